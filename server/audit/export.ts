import type { Knex } from 'knex';
import type { Keys } from '../platform/keys.ts';
import { entryColumns, entryOf, type SealedEvent } from './entry.ts';
import { publicKeys } from './verify.ts';

/**
 * The sealed log as JSON lines for an independent verifier: first the public keys, then every entry in order (the very
 * bytes that are hashed), last the checkpoints.
 */
export async function exportLog(db: Knex, keys: Keys): Promise<string> {
  const lines: string[] = [];
  for (const [id, key] of publicKeys(keys))
    lines.push(
      JSON.stringify({
        kind: 'key',
        id,
        spki: key.export({ type: 'spki', format: 'der' }).toString('base64'),
      }),
    );
  for (let from = 0; ; from += 5_000) {
    const { rows } = await db.raw<{ rows: (SealedEvent & { position: number })[] }>(
      `select p.position, ${entryColumns} from event_positions p
       join events e on e.id = p.event_id and e.recorded_at = p.recorded_at where p.position >= ? order by p.position limit 5000`,
      [from],
    );
    for (const row of rows)
      lines.push(JSON.stringify({ kind: 'entry', position: Number(row.position), entry: entryOf(row) }));
    if (rows.length < 5_000) break;
  }
  for (const row of await db('log_checkpoints').orderBy('size').select())
    lines.push(
      JSON.stringify({
        kind: 'checkpoint',
        size: Number(row.size),
        root: (row.root as Buffer).toString('base64'),
        key_id: row.key_id,
        signature: (row.signature as Buffer).toString('base64'),
      }),
    );
  return `${lines.join('\n')}\n`;
}
