import { Problem } from '../../kernel/problem.ts';
import type { Applications } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';

export type ApplicationRow = Applications;

// By name, not by star: a text whose columns are fixed can be prepared.
const columns = [
  'id',
  'number',
  'state',
  'source',
  'external_id',
  'locale',
  'legal_name',
  'trading_name',
  'web_domain',
  'country',
  'primary_channel',
  'channels',
  'regions',
  'round',
  'revision',
  'score',
  'band',
  'score_id',
  'worst_claim',
  'submitted_at',
  'changes_due_at',
  'reminded',
  'decided_at',
  'created_at',
  'updated_at',
  'version',
  'api_key_id',
] as const satisfies readonly (keyof ApplicationRow)[];

export type ApplicationChange = Partial<Omit<ApplicationRow, 'id' | 'number' | 'version' | 'created_at'>>;

/** Inserts an application; null where this sender already has one of this external id. */
export async function insertApplication(
  uow: Uow,
  row: Partial<ApplicationRow> & Pick<ApplicationRow, 'id' | 'state' | 'source' | 'locale'>,
): Promise<ApplicationRow | null> {
  const now = await uow.now();
  const rows: ApplicationRow[] = await uow
    .trx('applications')
    .insert({ ...row, created_at: now, updated_at: now })
    .onConflict(uow.trx.raw('(source, api_key_id, external_id) where external_id is not null'))
    .ignore()
    .returning([...columns]);
  return rows[0] ?? null;
}

/** The application, its row locked. Throws `not_found`. */
export async function lockApplication(uow: Uow, id: string): Promise<ApplicationRow> {
  const row = await uow
    .trx<ApplicationRow>('applications')
    .where({ id })
    .forUpdate()
    .first(...columns);
  if (!row) throw new Problem('not_found');
  return row;
}

export async function applicationByExternalId(
  uow: Uow,
  source: ApplicationRow['source'],
  apiKeyId: string | null,
  externalId: string,
): Promise<ApplicationRow | undefined> {
  return uow
    .trx<ApplicationRow>('applications')
    .where({ source, api_key_id: apiKeyId, external_id: externalId })
    .first();
}

/** Throws `stale_version` where the person decided on another version than the locked row's. */
export function requireVersion(row: ApplicationRow, version: number): void {
  if (row.version !== version) throw new Problem('stale_version', { version: row.version });
}

/**
 * Changes the locked row. `version` moves by people's commands only (`by: 'people'`), so that a job never makes somebody's
 * decision stale. Returns the version after it.
 */
export async function changeApplication(
  uow: Uow,
  row: ApplicationRow,
  change: ApplicationChange,
  by: 'people' | 'system',
): Promise<number> {
  const version = by === 'people' ? row.version + 1 : row.version;
  const changed = await uow
    .trx('applications')
    .where({ id: row.id, version: row.version })
    .update({ ...change, version, updated_at: uow.trx.raw('assay_now()') });
  if (changed !== 1) throw new Problem('stale_version', { version: row.version });
  return version;
}

/** Drafts nobody touched since the instant, oldest first. */
export async function untouchedDrafts(uow: Uow, before: Date, limit: number): Promise<string[]> {
  return uow
    .trx('applications')
    .where({ state: 'draft' })
    .where('updated_at', '<', before)
    .orderBy('updated_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .pluck('id');
}

/** Whether there is such an application. */
export async function applicationExists(uow: Uow, id: string): Promise<boolean> {
  return (await uow.trx('applications').where({ id }).first('id')) !== undefined;
}
