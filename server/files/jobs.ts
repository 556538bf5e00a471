import type { JobDefinition } from '../platform/jobs/boss.ts';
import { sweepOrphans } from './service/sweep-orphans.ts';

export const jobs: JobDefinition[] = [
  {
    name: 'files.sweep_orphans',
    cron: '17 3 * * *',
    expireSeconds: 3600,
    handle: async ({ services, finish }) => {
      await sweepOrphans(services.run, services.files);
      await finish(async () => undefined);
    },
  },
];
