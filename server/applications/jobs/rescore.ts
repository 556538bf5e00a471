import type { Subscription } from '../../audit/deliveries.ts';
import { type JobDefinition, transactional } from '../../platform/jobs/boss.ts';
import { followBook, rescoreOpen, rescoreTouched } from '../service/rescore.ts';

export const subscriptions: Subscription[] = [
  { on: 'policy.published', job: 'applications.follow_book' },
  { on: 'work_item.claimed', job: 'applications.rescore_touched' },
  { on: 'work_item.taken_over', job: 'applications.rescore_touched' },
  { on: 'work_item.assigned', job: 'applications.rescore_touched' },
];

export const jobs: JobDefinition[] = [
  {
    name: 'applications.follow_book',
    handle: transactional((uow, data) => followBook(uow, String(data.subject_id))),
  },
  { name: 'applications.rescore_open', expireSeconds: 900, handle: rescoreOpen },
  {
    name: 'applications.rescore_touched',
    concurrency: 2,
    handle: transactional((uow, data) => rescoreTouched(uow, String(data.subject_id))),
  },
];
