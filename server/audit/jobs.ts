import { type JobDefinition, transactional } from '../platform/jobs/boss.ts';
import { openMonths } from './months.ts';
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
    handle: transactional((uow) => openMonths(uow.trx)),
  },
];
