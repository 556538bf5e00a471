import type { Knex } from 'knex';

/** The tables a load writes most rows to. */
const tables = [
  'application_names',
  'application_revisions',
  'application_match_keys',
  'scores',
  'claims',
  'claim_verdicts',
];
/** Needed while loading: copies are found by it. */
const kept = ['claim_verdicts_claim'];

/**
 * Takes foreign keys and plain secondary indexes off the widest tables inside the load's transaction, so that each is
 * checked and built once instead of row by row. The returned function puts back every one, validated; nothing of this
 * is seen by anybody else, and a load that dies leaves all as it was. Only the owner of the tables may.
 */
export async function setAside(trx: Knex.Transaction): Promise<() => Promise<void>> {
  const { rows: keys } = await trx.raw<{ rows: { relation: string; name: string; definition: string }[] }>(
    `select conrelid::regclass::text as relation, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any(?::regclass[]) order by 1, 2`,
    [tables],
  );
  const { rows: indexes } = await trx.raw<{ rows: { name: string; definition: string }[] }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any(?::regclass[]) and not indisunique
       and not (indexrelid = any(?::regclass[])) order by 1`,
    [tables, kept],
  );
  for (const { relation, name } of keys) await trx.raw(`alter table ${relation} drop constraint "${name}"`);
  for (const { name } of indexes) await trx.raw(`drop index ${name}`);
  return async () => {
    await trx.raw("set local maintenance_work_mem = '512MB'");
    for (const { definition } of indexes) await trx.raw(definition);
    for (const { relation, name, definition } of keys)
      await trx.raw(`alter table ${relation} add constraint "${name}" ${definition}`);
  };
}
