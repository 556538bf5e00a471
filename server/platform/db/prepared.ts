import type { Writable } from 'node:stream';
import PostgresClient, { type SentQuery } from 'knex/lib/dialects/postgres/index.js';

/** Uses after which a text is worth a plan of its own in every connection, and how many texts may have one. */
const usesBefore = 3;
const namesAtMost = 400;
const textsWatched = 2_000;

// A plan whose columns were counted at parsing fails once a migration adds one; a pattern needs a plan for each value.
const unsuited = /select \*|returning \*|\w"?\.\*|\bilike\b/i;

const names = new Map<string, string>();
const uses = new Map<string, number>();
const positioned = new Map<string, string>();

/** The name a text is prepared under, or undefined while it is new, when it is unsuited, or when there are names enough. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= namesAtMost) return undefined;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < usesBefore) {
    if (uses.size >= textsWatched) uses.clear();
    uses.set(text, count);
    return undefined;
  }
  if (unsuited.test(text)) return undefined;
  uses.delete(text);
  const name = `assay.${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * Knex's PostgreSQL, but for what it does anew at every query: texts that come again and again are prepared once per
 * connection, and their question marks are counted once.
 */
export class PreparedClient extends PostgresClient {
  override positionBindings(sql: string): string {
    const known = positioned.get(sql);
    if (known !== undefined) return known;
    const made = super.positionBindings(sql);
    if (positioned.size >= textsWatched) positioned.clear();
    positioned.set(sql, made);
    return made;
  }

  override _query(connection: unknown, query: SentQuery): Promise<unknown> {
    if (query.bindings && query.bindings.length > 0 && query.options?.name === undefined) {
      const name = nameOf(query.sql);
      if (name !== undefined) query.options = { ...query.options, name };
    }
    // What is sent in the same turn leaves in one write.
    const { stream } = (connection as { connection?: { stream?: Writable } }).connection ?? {};
    if (stream) {
      stream.cork();
      process.nextTick(() => stream.uncork());
    }
    return super._query(connection, query);
  }
}
