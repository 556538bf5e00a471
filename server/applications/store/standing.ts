import type { Uow } from '../../platform/uow.ts';

export interface OwnStanding {
  /** The person's address is the applicant's: they would decide about themselves. */
  ownSubmission: boolean;
  /** Made an officer less than a day ago, and nothing else that decides. */
  newOfficer: boolean;
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
       coalesce((select bool_and(role = 'compliance_officer' and granted_by is not null
           and granted_at > assay_now() - interval '24 hours')
         from person_role_view where person_id = ? and role in ('reviewer', 'compliance_officer')), false) as "newOfficer"`,
    [personId, applicationId, revision, personId],
  );
  return rows[0] ?? { ownSubmission: false, newOfficer: false };
}
