import { type JobDefinition, transactional } from '../../platform/jobs/boss.ts';
import { finaliseDecision, finaliseDue } from '../service/finalise.ts';
import { lapseApplications } from '../service/lapse.ts';
import { remindApplicants } from '../service/remind.ts';

export const jobs: JobDefinition[] = [
  {
    name: 'applications.finalise_decision',
    concurrency: 4,
    handle: transactional((uow, data) => finaliseDecision(uow, String(data.application_id))),
  },
  {
    name: 'applications.finalise_due',
    cron: '* * * * *',
    handle: transactional((uow) => finaliseDue(uow)),
  },
  {
    name: 'applications.remind_applicants',
    cron: '*/5 * * * *',
    handle: transactional((uow) => remindApplicants(uow)),
  },
  {
    name: 'applications.lapse_applications',
    cron: '*/5 * * * *',
    handle: transactional((uow) => lapseApplications(uow)),
  },
];
