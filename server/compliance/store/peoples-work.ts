import type { Uow } from '../../platform/uow.ts';

export interface PeoplesWork {
  policy_version_id: string;
  read_by: 'machine' | 'people' | 'nobody';
  judged: boolean;
  confirmed: boolean;
  sheet: boolean;
}

/** The book of a score, and what people did on it: judgements that stand or wait, findings confirmed, a sheet filled. */
export async function peoplesWorkOn(uow: Uow, scoreId: string): Promise<PeoplesWork | undefined> {
  const { rows } = await uow.trx.raw<{ rows: PeoplesWork[] }>(
    `select s.policy_version_id, s.read_by,
       exists (select from overrides o where o.score_id = s.id and o.state in ('awaiting_co_signature', 'standing')) as judged,
       exists (select from finding_confirmations f where f.score_id = s.id) as confirmed,
       exists (select from reading_sheets r where r.statement_id = s.statement_id
         and r.state in ('awaiting_second', 'confirmed')) as sheet
     from scores s where s.id = ?`,
    [scoreId],
  );
  return rows[0];
}
