import { type JobDefinition, transactional } from '../platform/jobs/boss.ts';
import { purge } from './service/purge.ts';

export const jobs: readonly JobDefinition[] = [
  { name: 'people.purge_spent', cron: '35 3 * * *', handle: transactional((uow) => purge(uow)) },
];
