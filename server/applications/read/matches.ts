import type { Knex } from 'knex';
import { caseNumber } from '../rules/case-number.ts';

export interface MatchRow {
  kind: string;
  application: {
    id: string;
    case_number: string;
    trading_name: string;
    state: string;
    decided_at: Date | null;
  };
}

const shown = 20;

/**
 * Other applications that share something with this one (M12), rejected ones first, then the newest. A near-copy of the
 * statement shares at least two bands and is shown as `statement`.
 */
export async function matchesOf(db: Knex, applicationId: string): Promise<MatchRow[]> {
  const { rows } = await db.raw<{
    rows: {
      id: string;
      number: number;
      trading_name: string;
      state: string;
      created_at: Date;
      decided_at: Date | null;
      kinds: string[];
    }[];
  }>(
    `with shared as (
       select o.application_id, case o.kind when 'statement_near' then 'statement' else o.kind end as kind
       from application_match_keys m
       join application_match_keys o on o.digest = m.digest and o.kind = m.kind and o.application_id <> m.application_id
       where m.application_id = ?
       group by o.application_id, o.kind having o.kind <> 'statement_near' or count(*) >= 2)
     select a.id, a.number, a.trading_name, a.state, a.created_at, a.decided_at, array_agg(distinct s.kind) as kinds
     from shared s join applications a on a.id = s.application_id
     group by a.id order by (a.state = 'rejected') desc, a.submitted_at desc nulls last, a.id limit ?`,
    [applicationId, shown],
  );
  return rows.flatMap(({ kinds, number, created_at, ...row }) =>
    kinds.map((kind) => ({ kind, application: { ...row, case_number: caseNumber(number, created_at) } })),
  );
}
