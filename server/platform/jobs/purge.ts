import { type JobDefinition, transactional } from './boss.ts';

const batch = 20_000;

/** Empties what platform keeps for a day: replies under idempotency keys, and rate windows. */
export const platformJobs: JobDefinition[] = [
  {
    name: 'platform.purge_short_lived',
    cron: '29 * * * *',
    handle: transactional(async ({ trx }) => {
      await trx.raw(
        `delete from idempotency_keys where ctid in (
           select ctid from idempotency_keys where created_at < assay_now() - interval '24 hours' limit ?)`,
        [batch],
      );
      // windows are counted on the real clock
      await trx.raw(
        `delete from rate_windows where ctid in (
           select ctid from rate_windows where window_start < clock_timestamp() - interval '24 hours' limit ?)`,
        [batch],
      );
    }),
  },
];
