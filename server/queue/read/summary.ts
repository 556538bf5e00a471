import type { Knex } from 'knex';
import type { z } from 'zod';
import type { summaryReply } from '../schema/work-items.ts';

type Summary = z.input<typeof summaryReply>;

interface CountRow {
  channel: string;
  state: 'waiting' | 'claimed' | 'held';
  items: number;
}

/** Totals from the counters; only what is overdue and what is mine is counted in the items themselves. */
export async function summaryOf(db: Knex, personId: string | null, now: Date): Promise<Summary> {
  const [counts, own] = await Promise.all([
    db.raw<{ rows: CountRow[] }>(
      `select channel, state, sum(items)::int as items from work_item_counts
       where state in ('waiting', 'claimed', 'held') group by channel, state`,
    ),
    db.raw<{ rows: { overdue: number; mine: number }[] }>(
      `select (select count(*) from (select from work_items
           where state in ('waiting', 'claimed', 'held') and due_at < ? limit 10001) late)::int as overdue,
         (select count(*) from work_items where holder_id = ? and state in ('claimed', 'held'))::int as mine`,
      [now, personId],
    ),
  ]);
  const channels = new Map<string, Summary['by_channel'][number]>();
  const sums = { waiting: 0, claimed: 0, held: 0 };
  for (const { channel, state, items } of counts.rows) {
    const row = channels.get(channel) ?? { channel, waiting: 0, claimed: 0, held: 0 };
    row[state] += items;
    sums[state] += items;
    channels.set(channel, row);
  }
  const by_channel = [...channels.values()].sort((a, b) => a.channel.localeCompare(b.channel));
  return { ...sums, overdue: own.rows[0]?.overdue ?? 0, mine: own.rows[0]?.mine ?? 0, by_channel };
}
