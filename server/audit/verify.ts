import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Knex } from 'knex';
import type { Keys } from '../platform/keys.ts';
import { type Checkpoint, checkpointHolds } from './checkpoint.ts';
import { entryColumns, entryOf, type SealedEvent } from './entry.ts';
import { append, emptyFrontier, leafHash, rootOf } from './merkle.ts';

export interface Verification {
  ok: boolean;
  size: number;
  root: string;
  checkpoints: number;
  last_checkpoint: Checkpoint | null;
  unsealed: number;
  problems: string[];
}

export const publicKeys = (keys: Keys): Map<string, KeyObject> =>
  new Map([keys.signing, ...keys.older.signing].map((key) => [key.id, createPublicKey(key.privateKey)]));

async function outsideCheckpoints(file: string): Promise<Checkpoint[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Checkpoint);
}

/**
 * Recomputes every leaf and the root of the sealed log and holds them against all signed checkpoints, those in the
 * database and those kept outside it (trust 49). Says each disagreement; changes nothing.
 */
export async function verifyLog(
  db: Knex,
  keys: Map<string, KeyObject>,
  outside: string,
): Promise<Verification> {
  const problems: string[] = [];
  const stored = await db('log_checkpoints')
    .orderBy('size')
    .select('size', 'root', 'key_id', 'signature', 'signed_at');
  const expected: Checkpoint[] = [
    ...stored.map((row) => ({
      size: Number(row.size),
      root: (row.root as Buffer).toString('base64'),
      key_id: row.key_id as string,
      signature: (row.signature as Buffer).toString('base64'),
      signed_at: (row.signed_at as Date).toISOString(),
    })),
    ...(await outsideCheckpoints(outside)),
  ].sort((a, b) => a.size - b.size);
  const frontier = emptyFrontier();
  let next = 0;
  const hold = () => {
    for (let point = expected[next]; point && point.size === frontier.size; next += 1, point = expected[next])
      checkPoint(point, rootOf(frontier), keys, problems);
  };
  for (let from = 0; ; from += 5_000) {
    const rows = await db.raw<{
      rows: (SealedEvent & { position: number; leaf: Buffer; missing: boolean })[];
    }>(
      `select p.position, p.leaf, e.id is null as missing, ${entryColumns} from event_positions p
       left join events e on e.id = p.event_id and e.recorded_at = p.recorded_at
       where p.position >= ? order by p.position limit 5000`,
      [from],
    );
    for (const row of rows.rows) {
      if (Number(row.position) !== frontier.size) problems.push(`position ${frontier.size} is missing`);
      if (row.missing) problems.push(`event at position ${row.position} is gone`);
      else if (!leafHash(entryOf(row)).equals(row.leaf))
        problems.push(`event ${row.id} at position ${row.position} was altered`);
      append(frontier, row.missing ? row.leaf : leafHash(entryOf(row)));
      hold();
      if (problems.length > 50) break;
    }
    if (rows.rows.length < 5_000 || problems.length > 50) break;
  }
  for (const point of expected.slice(next))
    problems.push(`a checkpoint over ${point.size} events has no such log (it has ${frontier.size})`);
  const unsealed = await db.raw<{ rows: { n: number }[] }>(
    'select count(*)::int as n from events e where not exists (select 1 from event_positions p where p.event_id = e.id)',
  );
  return {
    ok: problems.length === 0,
    size: frontier.size,
    root: rootOf(frontier).toString('base64'),
    checkpoints: expected.length,
    last_checkpoint: expected.at(-1) ?? null,
    unsealed: unsealed.rows[0]?.n ?? 0,
    problems,
  };
}

function checkPoint(point: Checkpoint, root: Buffer, keys: Map<string, KeyObject>, problems: string[]): void {
  const key = keys.get(point.key_id);
  if (!key)
    problems.push(`the checkpoint over ${point.size} events is signed by an unknown key ${point.key_id}`);
  else if (
    !checkpointHolds(
      point.size,
      Buffer.from(point.root, 'base64'),
      Buffer.from(point.signature, 'base64'),
      key,
    )
  )
    problems.push(`the signature of the checkpoint over ${point.size} events is wrong`);
  if (point.root !== root.toString('base64'))
    problems.push(`the log does not have the root its checkpoint over ${point.size} events states`);
}
