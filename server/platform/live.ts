import type { Knex } from 'knex';
import { log } from './log.ts';

/** What a browser is told: something happened to this record. Never content; it asks for that itself. */
export interface LiveMessage {
  topic: string;
  id: string;
  type: string;
  version: number | null;
}

export interface LiveHub {
  /** Calls back for every new event until the returned function is called. */
  subscribe(listener: (message: LiveMessage) => void): () => void;
  start(): void;
  stop(): void;
}

interface Row {
  id: string;
  type: string;
  subject_kind: string;
  subject_id: string;
  subject_version: number | null;
  xid: string;
}

/**
 * One tailer per process: every 250 ms it reads the events of transactions that had not ended when it last looked,
 * so none is missed however commits are ordered, and passes on the unseen ones.
 */
export function makeLiveHub(db: Knex, everyMs = 250): LiveHub {
  const listeners = new Set<(message: LiveMessage) => void>();
  const seen = new Map<string, bigint>();
  let horizon: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    const edge = await db.raw<{ rows: { xmin: string }[] }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
    );
    const next = edge.rows[0]?.xmin ?? '0';
    if (horizon !== undefined) {
      const found = await db.raw<{ rows: Row[] }>(
        `select id, type, subject_kind, subject_id, subject_version, xid::text as xid from events
         where xid >= ?::text::xid8 order by xid, id limit 2000`,
        [horizon],
      );
      for (const row of found.rows) {
        if (seen.has(row.id)) continue;
        seen.set(row.id, BigInt(row.xid));
        const message = {
          topic: row.subject_kind,
          id: row.subject_id,
          type: row.type,
          version: row.subject_version,
        };
        for (const listener of listeners) listener(message);
      }
    }
    horizon = next;
    const edgeXid = BigInt(next);
    for (const [id, xid] of seen) if (xid < edgeXid) seen.delete(id);
  }

  async function tick(): Promise<void> {
    try {
      if (listeners.size > 0 || horizon === undefined) await look();
      else horizon = undefined;
    } catch (error) {
      log.warn('the live stream could not read new events', { error });
    }
    if (!stopped) timer = setTimeout(tick, everyMs);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      stopped = false;
      timer = setTimeout(tick, 0);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
