import type { Knex } from 'knex';
import type { Actor } from '../../kernel/actor.ts';
import { lastSeenBefore } from '../read/last-left.ts';

/** When this person left the desk the time before; null where they were never here, or are nobody. */
export const lastLeft = async (db: Knex, actor: Actor): Promise<Date | null> =>
  actor.kind === 'person' ? lastSeenBefore(db, actor.id, actor.sessionId) : null;
