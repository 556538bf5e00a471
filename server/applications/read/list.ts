import type { Knex } from 'knex';
import { caseNumber } from '../../kernel/case-number.ts';
import { depthMax, type ListQuery, type ListResult, namePattern } from '../../platform/lists.ts';
import type { ApplicationFilter, ApplicationReply } from '../schema/desk.ts';

export interface ListedRow extends Omit<ApplicationReply, 'case_number' | 'score_floor'> {
  score: number | null;
  created_at: Date;
}

export const listedColumns = `a.id, a.number, a.state, a.legal_name, a.trading_name, a.country, a.primary_channel, a.channels,
  a.regions, a.locale, a.score, a.band, a.worst_claim, a.round, a.revision, a.submitted_at, a.decided_at, a.changes_due_at,
  a.created_at, a.version`;

/** The score people see is the floor; bands compare the exact one. */
export const listed = ({ score, created_at, ...row }: ListedRow): ApplicationReply => ({
  ...row,
  case_number: caseNumber(row.number, created_at),
  score_floor: score === null ? null : Math.floor(score),
});

const numbered = /^(?:APP-\d{4}-)?0*(\d{1,12})$/i;

/** Applications that were submitted, newest first; drafts are the applicants' own until then. */
export async function listApplications(
  db: Knex,
  list: ListQuery<ApplicationFilter>,
): Promise<ListResult<ApplicationReply>> {
  const where = ["a.state <> 'draft'"];
  const bindings: (string | number | string[])[] = [];
  const and = (text: string, ...values: typeof bindings) => {
    where.push(text);
    bindings.push(...values);
  };
  const { state, channel, band, country, q } = list.filter;
  if (list.ids) and('a.id = any(?)', list.ids);
  if (state) and('a.state = ?', state);
  if (channel) and('a.primary_channel = ?', channel);
  if (band) and('a.band = ?', band);
  if (country) and('a.country = ?', country);
  const number = q && numbered.exec(q.trim())?.[1];
  if (number) and('a.number = ?', Number(number));
  else if (q)
    and('a.id in (select application_id from application_names where names ilike ?)', namePattern(q));
  const order = list.sort.order === 'desc' ? 'desc' : 'asc';
  const ordering = `a.${list.sort.field} ${order}${list.sort.field === 'score' ? ' nulls last' : ''}, a.id`;
  const [page, count] = await Promise.all([
    db.raw<{ rows: ListedRow[] }>(
      `select ${listedColumns} from applications a where ${where.join(' and ')}
       order by ${ordering} limit ? offset ?`,
      [...bindings, list.limit, list.offset],
    ),
    db.raw<{ rows: { n: number }[] }>(
      `select count(*)::int as n from (select from applications a where ${where.join(' and ')}
       limit ${depthMax + 1}) counted`,
      bindings,
    ),
  ]);
  return { rows: page.rows.map(listed), total: count.rows[0]?.n ?? 0 };
}
