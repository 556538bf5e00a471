import { type JobDefinition, transactional } from '../platform/jobs/boss.ts';
import { sweepQueue } from './service/sweep.ts';

export const jobs: JobDefinition[] = [
  { name: 'queue.sweep_leases', cron: '* * * * *', handle: transactional((uow) => sweepQueue(uow)) },
];
