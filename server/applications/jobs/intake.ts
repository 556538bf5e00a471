import type { Subscription } from '../../audit/deliveries.ts';
import { type JobDefinition, transactional } from '../../platform/jobs/boss.ts';
import { eraseUntouchedDrafts } from '../service/erase-drafts.ts';
import { forgetLinkRequests, sendNewLinks } from '../service/new-link.ts';
import { readApplication } from '../service/read-application.ts';

export const subscriptions: Subscription[] = [
  { on: 'application.submitted', job: 'applications.read_application' },
  { on: 'application.resubmitted', job: 'applications.read_application' },
];

export const jobs: JobDefinition[] = [
  {
    name: 'applications.read_application',
    concurrency: 2,
    handle: transactional((uow, data) => readApplication(uow, String(data.subject_id))),
  },
  {
    name: 'applications.send_new_links',
    handle: transactional((uow, data) => sendNewLinks(uow, String(data.request_id))),
  },
  {
    name: 'applications.forget_link_requests',
    cron: '50 3 * * *',
    handle: transactional((uow) => forgetLinkRequests(uow)),
  },
  {
    name: 'applications.erase_drafts',
    cron: '43 * * * *',
    handle: transactional((uow) => eraseUntouchedDrafts(uow)),
  },
];
