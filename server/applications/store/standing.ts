import type { Uow } from '../../platform/uow.ts';
import { type Party, standsTooClose } from '../rules/own-submission.ts';

export interface OwnStanding {
  /** They would decide about themselves, a client of theirs or their own firm. */
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
  const { rows } = await uow.trx.raw<{ rows: { email: string; party: Party; officer_since: Date | null }[] }>(
    `select p.email, (select json_build_object('responsible_person', r.document -> 'responsible_person',
         'organisation', r.document -> 'organisation', 'references', r.document -> 'references')
         from application_revisions r where r.application_id = ? and r.revision = ?) as party,
       (select granted_at from person_role_view where person_id = p.id and role = 'compliance_officer') as officer_since
     from person_view p where p.id = ?`,
    [applicationId, revision, personId],
  );
  const [row] = rows;
  if (!row) return { ownSubmission: false, officerSince: null };
  return {
    ownSubmission: row.party !== null && standsTooClose(row.email, row.party),
    officerSince: row.officer_since,
  };
}

/** Everybody of the desk who stands too close to this party, by id. */
export async function tooCloseTo(uow: Uow, party: Party): Promise<string[]> {
  const people = await uow.trx('person_view').whereNot('state', 'disabled').select('id', 'email');
  return people.filter(({ email }) => standsTooClose(email, party)).map(({ id }) => id);
}
