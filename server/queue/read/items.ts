import type { Knex } from 'knex';
import { Problem } from '../../kernel/problem.ts';
import { depthMax, type ListQuery, type ListResult, namePattern } from '../../platform/lists.ts';
import { openStates } from '../lifecycle.ts';
import { presentItem, type Viewer, type WorkItemRow } from '../rules/row.ts';
import { rowColumns, rowJoins } from '../rules/row-columns.ts';
import type { WorkItemFilter, WorkItemReply } from '../schema/work-items.ts';

const viewerIds = (viewer: Pick<Viewer, 'id'>) => [viewer.id, viewer.id];

/** One item. Throws `not_found`. */
export async function oneItem(db: Knex, id: string, viewer: Viewer): Promise<WorkItemReply> {
  const { rows } = await db.raw<{ rows: WorkItemRow[] }>(
    `select ${rowColumns} from work_items w ${rowJoins} where w.id = ?`,
    [...viewerIds(viewer), id],
  );
  const row = rows[0];
  if (!row) throw new Problem('not_found');
  return presentItem(row, viewer);
}

/** The items about a subject that are not closed, oldest first. */
export async function rowsOfSubject(db: Knex, subjectId: string, viewer: Viewer): Promise<WorkItemRow[]> {
  const { rows } = await db
    .raw<{ rows: WorkItemRow[] }>(
      `select ${rowColumns} from work_items w ${rowJoins}
       where w.subject_id = ? and w.state not in ('done', 'cancelled') order by w.id`,
      [...viewerIds(viewer), subjectId],
    )
    .options({ name: 'queue.rows_of_subject' });
  return rows;
}

interface Wanted {
  where: string[];
  bindings: (string | number | Date | string[])[];
  /** True where only kind, channel and state decide, so that the counters know the total. */
  counted: boolean;
}

function wanted(list: ListQuery<WorkItemFilter>, viewer: Pick<Viewer, 'id'>): Wanted {
  const { state = 'open', kind, channel, language, mine, overdue, critical, subject_id, q } = list.filter;
  const where: string[] = [];
  const bindings: Wanted['bindings'] = [];
  const and = (text: string, ...values: Wanted['bindings']) => {
    where.push(text);
    bindings.push(...values);
  };
  if (list.ids) and('w.id = any(?)', list.ids);
  else if (state === 'open') where.push(`w.state in (${openStates.map((one) => `'${one}'`).join(', ')})`);
  // Written out, so that the partial indexes of the open states can be used.
  else if ((openStates as readonly string[]).includes(state))
    where.push(`w.state in ('waiting', 'claimed', 'held') and w.state = '${state}'`);
  else and('w.state = ?', state);
  if (kind) and('w.kind = ?', kind);
  if (channel) and('w.channel = ?', channel);
  const plain = where.length;
  if (language) and('w.language = ?', language);
  if (mine) and('w.holder_id = ?', viewer.id ?? '00000000-0000-0000-0000-000000000000');
  // The clock is read once, so that the index can be asked with it.
  if (overdue) where.push('w.due_at < (select assay_now())');
  if (critical) where.push('w.critical');
  if (subject_id) and('w.subject_id = ?', subject_id);
  if (q) {
    const number = /^(?:APP-\d{4}-)?0*(\d{1,12})$/i.exec(q.trim())?.[1];
    if (number) and('w.subject_id in (select id from application_view where number = ?)', Number(number));
    else
      and(
        'w.subject_id in (select application_id from application_name_view where names ilike ?)',
        namePattern(q),
      );
  }
  return { where, bindings, counted: where.length === plain && !list.ids };
}

/** The total by the counters, as a value within another statement, with its bindings. */
function countedTotal({ state = 'open', kind, channel }: WorkItemFilter): {
  sql: string;
  bindings: string[][];
} {
  const states = state === 'open' ? [...openStates] : [state];
  const more = [
    ...(kind ? [['kind', kind] as const] : []),
    ...(channel ? [['channel', channel] as const] : []),
  ];
  return {
    sql: `(select coalesce(sum(c.items), 0)::int from work_item_counts c where c.state = any(?::text[])
      ${more.map(([column]) => `and c.${column} = any(?::text[])`).join(' ')})`,
    bindings: [states, ...more.map(([, value]) => [value])],
  };
}

async function total(db: Knex, list: ListQuery<WorkItemFilter>, { where, bindings, counted }: Wanted) {
  if (counted) {
    const { sql, bindings: of } = countedTotal(list.filter);
    const { rows } = await db.raw<{ rows: { n: number }[] }>(`select ${sql} as n`, of);
    return rows[0]?.n ?? 0;
  }
  const { rows } = await db.raw<{ rows: { n: number }[] }>(
    `select count(*)::int as n from (select from work_items w where ${where.join(' and ')} limit ${depthMax + 1}) counted`,
    bindings,
  );
  return rows[0]?.n ?? 0;
}

/**
 * The queue: ids first by index, then the rows of just this page, with the time and, where counters know it, the total in
 * the same statement. Sort names come from the closed list of the route, so they may stand in the text.
 */
export async function listItems(
  db: Knex,
  list: ListQuery<WorkItemFilter>,
  who: Pick<Viewer, 'id'>,
  viewerAt: (now: Date) => Promise<Viewer>,
): Promise<ListResult<WorkItemReply>> {
  const want = wanted(list, who);
  const sum = want.counted ? countedTotal(list.filter) : { sql: 'null::int', bindings: [] };
  const order = list.sort.order === 'desc' ? 'desc' : 'asc';
  const ordering = (alias: string) => `${alias}.${list.sort.field} ${order}, ${alias}.id ${order}`;
  const page = db
    .raw<{ rows: (WorkItemRow & { read_at: Date; total: number | null })[] }>(
      `select ${rowColumns}, (select assay_now()) as read_at, ${sum.sql} as total from (
         select w.id from work_items w where ${want.where.join(' and ') || 'true'}
         order by ${ordering('w')} limit ${list.limit} offset ${list.offset}) page
       join work_items w on w.id = page.id ${rowJoins} order by ${ordering('w')}`,
      [...viewerIds(who), ...sum.bindings, ...want.bindings],
    )
    .options(named(want.where, list));
  const [{ rows }, asked] = await Promise.all([page, want.counted ? null : total(db, list, want)]);
  const [first] = rows;
  const count = asked ?? first?.total ?? (await total(db, list, want));
  if (!first) return { rows: [], total: Math.min(depthMax + 1, count) };
  const viewer = await viewerAt(first.read_at);
  return { rows: rows.map((row) => presentItem(row, viewer)), total: Math.min(depthMax + 1, count) };
}

// One prepared statement per shape of filter, order and page: planning costs more than the query. The page stands in the
// text, because a plan for any page is a plan for a tenth of the table.
const names = new Map<string, string>();
const namesAtMost = 100;
function named(where: readonly string[], list: ListQuery<WorkItemFilter>): { name?: string } {
  const shape = [where.join('&'), list.sort.field, list.sort.order, list.limit, list.offset].join('|');
  const known = names.get(shape);
  if (known) return { name: known };
  if (names.size >= namesAtMost || list.filter.q) return {};
  const name = `queue.list_${names.size}`;
  names.set(shape, name);
  return { name };
}
