import type { JobDefinition } from '../platform/jobs/boss.ts';
import { checkpointFile } from './routes.ts';
import { sealEvents } from './seal.ts';

export const jobs: JobDefinition[] = [
  {
    name: 'audit.seal_events',
    cron: '* * * * *',
    handle: async ({ services, finish }) => {
      while ((await sealEvents(services.db, services.config.keys.signing, checkpointFile(services))) > 0);
      await finish(async () => undefined);
    },
  },
  {
    name: 'audit.open_months',
    cron: '17 3 * * *',
    handle: ({ finish }) =>
      finish(async (uow) => {
        await uow.trx.raw(
          "select ensure_event_partition((date_trunc('month', assay_now()) + make_interval(months => n))::date) from generate_series(0, 3) n",
        );
      }),
  },
];
