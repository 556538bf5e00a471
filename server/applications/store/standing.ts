import type { Uow } from '../../platform/uow.ts';

export interface OwnStanding {
  /** The person's address is the applicant's: they would decide about themselves. */
  ownSubmission: boolean;
  /** Since when the person is a compliance officer; null where they are none. */
  officerSince: Date | null;
}

/** What keeps this person from deciding about this revision besides the queue's own rules (trust 19). */
export async function ownStanding(
  uow: Uow,
  personId: string,
  applicationId: string,
  revision: number,
): Promise<OwnStanding> {
  const { rows } = await uow.trx.raw<{ rows: OwnStanding[] }>(
    `select exists (select from application_revisions r join person_view p
         on p.email in (lower(r.document #>> '{responsible_person,email}'))
         where p.id = ? and r.application_id = ? and r.revision = ?) as "ownSubmission",
       (select granted_at from person_role_view where person_id = ? and role = 'compliance_officer') as "officerSince"`,
    [personId, applicationId, revision, personId],
  );
  return rows[0] ?? { ownSubmission: false, officerSince: null };
}
