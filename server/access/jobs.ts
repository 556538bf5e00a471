import { type JobDefinition, transactional } from '../platform/jobs/boss.ts';
import { purge } from './service/purge.ts';

export const jobs: readonly JobDefinition[] = [
  {
    name: 'access.purge_portal_sessions',
    cron: '40 3 * * *',
    handle: transactional((uow) => purge(uow)),
  },
];
