import type { Knex } from 'knex';
import { depthMax, type ListQuery, type ListResult } from '../lists.ts';
import type { Uow } from '../uow.ts';
import { deadLetters } from './boss.ts';

interface FailedJob {
  id: string;
  name: string;
  /** Ids only, as every job's data. */
  data: Record<string, unknown>;
  failed_at: Date;
  attempts: number;
  error: string;
}

const failed = (db: Knex) => db('pgboss.job as j').where('j.state', 'failed').whereNot('j.name', deadLetters);

/** Jobs that failed at every attempt and wait for somebody (trust 47); each is kept for seven days. */
export async function listFailed(
  db: Knex,
  list: ListQuery<{ name?: string | undefined }>,
): Promise<ListResult<FailedJob>> {
  const asked = failed(db);
  if (list.filter.name) asked.where('j.name', list.filter.name);
  if (list.ids) asked.whereIn('j.id', list.ids);
  const column = list.sort.field === 'name' ? 'j.name' : 'j.completed_on';
  const rows = await asked
    .clone()
    .orderBy([
      { column, order: list.sort.order },
      { column: 'j.id', order: list.sort.order },
    ])
    .offset(list.offset)
    .limit(list.limit)
    .select<FailedJob[]>(
      'j.id',
      'j.name',
      db.raw("coalesce(j.data, '{}') as data"),
      'j.completed_on as failed_at',
      db.raw('j.retry_count + 1 as attempts'),
      db.raw(
        "left(split_part(coalesce(j.output ->> 'message', j.output #>> '{}', ''), E'\\n', 1), 300) as error",
      ),
    );
  const counted = await asked
    .clone()
    .limit(depthMax + 1)
    .select('j.id');
  return { rows, total: counted.length };
}

/** How many wait; counted to a hundred, which is enough to be told. */
export const countFailed = async (db: Knex): Promise<number> =>
  (await failed(db).limit(100).select('j.id')).length;

/** Gives a failed job one more attempt; its name, or undefined where it waits for nobody (any more). */
export async function retryFailed(uow: Uow, id: string): Promise<string | undefined> {
  const [row] = await failed(uow.trx)
    .where('j.id', id)
    .update({
      state: 'retry',
      retry_limit: uow.trx.raw('retry_limit + 1'),
      completed_on: null,
      start_after: uow.trx.raw('clock_timestamp()'),
    })
    .returning<{ name: string }[]>('name');
  return row?.name;
}
