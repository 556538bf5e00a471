import type { Knex } from 'knex';

/** The waiting item due first that is not kept for another and has no conflict of interest: a hint, nothing is locked. */
export async function peekNext(db: Knex, personId: string): Promise<string | null> {
  const { rows } = await db
    .raw<{ rows: { id: string }[] }>(
      `select w.id from work_items w
       where w.state in ('waiting', 'claimed', 'held') and w.state = 'waiting' and w.kind = 'application'
         and (w.preferred_id is null or w.preferred_id = ?)
         and not exists (select from conflicts_of_interest c
           where c.person_id = ? and c.party_key = w.party_key and c.withdrawn_at is null)
       order by w.due_at, w.id limit 1`,
      [personId, personId],
    )
    .options({ name: 'queue.peek_next' });
  return rows[0]?.id ?? null;
}
