import type { Knex } from 'knex';
import type { ListQuery, ListResult } from '../../platform/lists.ts';

export interface KeyRow {
  id: string;
  name: string;
  scopes: string[];
  hint: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
  version: number;
}

const columns = ['id', 'name', 'scopes', 'hint', 'created_at', 'last_used_at', 'revoked_at', 'version'];

/** Live keys by the eight characters of their hint; a digest decides which of them it is. */
export async function keysByHint(
  db: Knex,
  hint: string,
): Promise<{ id: string; scopes: string[]; key_digest: string; stale: boolean }[]> {
  const found = await db.raw<{
    rows: { id: string; scopes: string[]; key_digest: string; stale: boolean }[];
  }>(
    `select id, scopes, key_digest,
       last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute' as stale
     from api_keys where hint = ? and revoked_at is null`,
    [hint],
  );
  return found.rows;
}

/** Notes that a key was used, at most once a minute. */
export async function noteKeyUse(db: Knex, id: string): Promise<void> {
  await db.raw(
    `update api_keys set last_used_at = clock_timestamp() where id = ? and revoked_at is null
       and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute')`,
    [id],
  );
}

export async function listKeys(
  db: Knex,
  query: Pick<ListQuery<{ revoked?: boolean | undefined }>, 'filter' | 'sort' | 'offset' | 'limit' | 'ids'>,
): Promise<ListResult<KeyRow>> {
  const rows = db<KeyRow>('api_keys');
  if (query.ids) rows.whereIn('id', query.ids);
  if (query.filter.revoked === true) rows.whereNotNull('revoked_at');
  if (query.filter.revoked === false) rows.whereNull('revoked_at');
  const [total, page] = await Promise.all([
    rows.clone().count<{ n: number }[]>('* as n'),
    rows
      .clone()
      .select(columns)
      .orderBy([{ column: query.sort.field, order: query.sort.order }, { column: 'id' }])
      .offset(query.offset)
      .limit(query.limit),
  ]);
  return { rows: page as unknown as KeyRow[], total: Math.min(Number(total[0]?.n ?? 0), 10_001) };
}
