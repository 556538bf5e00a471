import type { Knex } from 'knex';
import type { z } from 'zod';
import type { decisionReply } from '../schema/review.ts';

/** The newest decision of an application with names and letter, or null. */
export async function decisionOf(db: Knex, id: string): Promise<z.input<typeof decisionReply> | null> {
  const { rows } = await db
    .raw<{ rows: z.input<typeof decisionReply>[] }>(
      `select d.id, d.kind, d.state, json_build_object('id', d.decided_by, 'name', p.name) as decided_by, d.decided_at,
         d.second_reasons, case when d.second_by is null then null else json_build_object('id', d.second_by, 'name', s.name) end
           as second_by, d.final_at, d.closed_at, d.reasons, d.channels, d.score_id, d.claim_verdict_ids, d.policy_version_ids,
         json_build_object('id', l.id, 'subject', l.subject, 'body', l.body) as letter, d.version
       from decisions d join letters l on l.id = d.letter_id join person_view p on p.id = d.decided_by
       left join person_view s on s.id = d.second_by
       where d.application_id = ? order by d.decided_at desc, d.id desc limit 1`,
      [id],
    )
    .options({ name: 'applications.decision_of' });
  return rows[0] ?? null;
}
