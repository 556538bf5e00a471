import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Knex } from 'knex';
import type { SigningKey } from '../platform/keys.ts';
import { signCheckpoint } from './checkpoint.ts';
import { entryColumns, entryOf, type SealedEvent } from './entry.ts';
import { append, emptyFrontier, type Frontier, leafHash, rootOf } from './merkle.ts';

const batch = 5_000;

interface Fresh extends SealedEvent {
  xid: string;
}

// The frontier of what this process sealed last; another process may have sealed since, so its size is checked.
let known: Frontier = emptyFrontier();

async function frontierAt(trx: Knex.Transaction, size: number): Promise<Frontier> {
  if (known.size > size) known = emptyFrontier();
  while (known.size < size) {
    const rows = await trx('event_positions')
      .where('position', '>=', known.size)
      .orderBy('position')
      .limit(50_000)
      .pluck<Buffer[]>('leaf');
    if (rows.length === 0) throw new Error('the event log lost positions');
    for (const leaf of rows) append(known, leaf);
  }
  return known;
}

/**
 * Gives every event of ended transactions its position, extends the tree and signs a checkpoint, also appended to
 * `outside`, a file beyond the database's reach. One process at a time; returns how many events were sealed.
 * Sequences commit out of order, so only transactions older than the oldest running one are taken.
 */
export async function sealEvents(db: Knex, key: SigningKey, outside: string): Promise<number> {
  const sealed = await db.transaction(async (trx) => {
    const lock = await trx.raw<{ rows: { had: boolean }[] }>(
      'select pg_try_advisory_xact_lock(4711002) as had',
    );
    if (!lock.rows[0]?.had) return null;
    const last = await trx('event_positions')
      .orderBy('position', 'desc')
      .first<{ position: number; xid: string; event_id: string } | undefined>(
        'position',
        trx.raw('xid::text as xid'),
        'event_id',
      );
    const found = await trx.raw<{ rows: Fresh[] }>(
      `select ${entryColumns}, e.recorded_at, e.xid::text as xid from events e
       where (e.xid, e.id) > (?::text::xid8, ?::uuid) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
       order by e.xid, e.id limit ${batch}`,
      [last?.xid ?? '0', last?.event_id ?? '00000000-0000-0000-0000-000000000000'],
    );
    if (found.rows.length === 0) return null;
    const first = last ? last.position + 1 : 0;
    const frontier = structuredFrontier(await frontierAt(trx, first));
    const rows = found.rows.map((event, index) => {
      const leaf = leafHash(entryOf(event));
      append(frontier, leaf);
      return {
        position: first + index,
        event_id: event.id,
        recorded_us: event.recorded_us,
        xid: event.xid,
        leaf: leaf.toString('hex'),
      };
    });
    await trx.raw(
      `insert into event_positions (position, event_id, recorded_at, xid, leaf)
       select position, event_id, to_timestamp(0) + recorded_us::bigint * interval '1 microsecond', xid::xid8, decode(leaf, 'hex')
       from jsonb_to_recordset(?::jsonb) as t(position bigint, event_id uuid, recorded_us text, xid text, leaf text)`,
      [JSON.stringify(rows)],
    );
    const root = rootOf(frontier);
    const signature = signCheckpoint(frontier.size, root, key.privateKey);
    const [stored] = await trx('log_checkpoints')
      .insert({ size: frontier.size, root, key_id: key.id, signature })
      .returning('signed_at');
    if (!stored) throw new Error('The checkpoint was not written.');
    return { frontier, root, signature, signedAt: stored.signed_at, count: rows.length };
  });
  if (!sealed) return 0;
  known = sealed.frontier;
  await mkdir(dirname(outside), { recursive: true });
  await appendFile(
    outside,
    `${JSON.stringify({
      size: sealed.frontier.size,
      root: sealed.root.toString('base64'),
      key_id: key.id,
      signature: sealed.signature.toString('base64'),
      signed_at: sealed.signedAt.toISOString(),
    })}\n`,
  );
  return sealed.count;
}

const structuredFrontier = (frontier: Frontier): Frontier => ({
  size: frontier.size,
  peaks: [...frontier.peaks],
});
