import type { Knex } from 'knex';

/** Makes sure that the log has room for this month and the next three; whatever is there already stays. */
export async function openMonths(db: Knex): Promise<void> {
  await db.raw(
    "select ensure_event_partition((date_trunc('month', assay_now()) + make_interval(months => n))::date) from generate_series(0, 3) n",
  );
}
