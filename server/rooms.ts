import { jobs as accessJobs } from './access/jobs.ts';
import { routes as accessRoutes } from './access/routes.ts';
import { jobs as analyticsJobs } from './analytics/jobs.ts';
import { routes as analyticsRoutes } from './analytics/routes.ts';
import { jobs as intakeJobs, subscriptions as intakeSubscriptions } from './applications/jobs/intake.ts';
import { jobs as rescoreJobs, subscriptions as rescoreSubscriptions } from './applications/jobs/rescore.ts';
import { jobs as reviewJobs } from './applications/jobs/review.ts';
import { routes as deskRoutes } from './applications/routes/desk.ts';
import { routes as homeRoutes } from './applications/routes/home.ts';
import { routes as intakeRoutes } from './applications/routes/intake.ts';
import { routes as applicationNoteRoutes } from './applications/routes/notes.ts';
import { routes as portalRoutes } from './applications/routes/portal.ts';
import { routes as portalFileRoutes } from './applications/routes/portal-files.ts';
import { routes as portalSessionRoutes } from './applications/routes/portal-session.ts';
import { routes as rescoreRoutes } from './applications/routes/rescores.ts';
import { routes as reviewRoutes } from './applications/routes/review.ts';
import { type Subscription, subscribe } from './audit/deliveries.ts';
import { routes as failedJobRoutes } from './audit/failed-jobs.ts';
import { jobs as auditJobs } from './audit/jobs.ts';
import { routes as auditRoutes } from './audit/routes.ts';
import { routes as benchmarkRoutes } from './benchmarks/routes.ts';
import { plausibilityBook } from './benchmarks/service/rule-book.ts';
import { rubricBook } from './compliance/service/rule-book.ts';
import { jobs as fileJobs } from './files/jobs.ts';
import { routes as fileRoutes } from './files/routes.ts';
import { routes as sessionRoutes } from './identity.ts';
import { subscriptions as letterSubscriptions, jobs as notificationJobs } from './notifications/jobs.ts';
import { routes as liveRoutes } from './notifications/routes/live.ts';
import { routes as mailRoutes } from './notifications/routes/mails.ts';
import { jobs as peopleJobs } from './people/jobs.ts';
import { routes as peopleRoutes } from './people/routes/people.ts';
import { routes as roleRoutes } from './people/routes/roles.ts';
import type { Route } from './platform/http/route.ts';
import type { JobDefinition } from './platform/jobs/boss.ts';
import { platformJobs } from './platform/jobs/purge.ts';
import { jobs as policyJobs } from './policies/jobs.ts';
import { routes as policyRoutes } from './policies/routes.ts';
import { registerPolicyType } from './policies/service/registry.ts';
import { jobs as queueJobs } from './queue/jobs.ts';
import { routes as queueRoutes } from './queue/routes/items.ts';
import { routes as queueLeadRoutes } from './queue/routes/lead.ts';
import { deadlinesBook } from './queue/service/rule-book.ts';
import { routes as specialistRoutes } from './specialists/routes.ts';

/** Every room with something to serve, in the order of the house. */
export const roomRoutes: readonly Route[] = [
  ...auditRoutes,
  ...failedJobRoutes,
  ...sessionRoutes,
  ...peopleRoutes,
  ...roleRoutes,
  ...accessRoutes,
  ...policyRoutes,
  ...fileRoutes,
  ...queueLeadRoutes,
  ...queueRoutes,
  ...specialistRoutes,
  ...benchmarkRoutes,
  ...portalSessionRoutes,
  ...portalRoutes,
  ...portalFileRoutes,
  ...intakeRoutes,
  ...homeRoutes,
  ...deskRoutes,
  ...rescoreRoutes,
  ...reviewRoutes,
  ...applicationNoteRoutes,
  ...mailRoutes,
  ...analyticsRoutes,
  ...liveRoutes,
];

export const roomJobs: readonly JobDefinition[] = [
  ...platformJobs,
  ...auditJobs,
  ...peopleJobs,
  ...accessJobs,
  ...policyJobs,
  ...fileJobs,
  ...queueJobs,
  ...intakeJobs,
  ...rescoreJobs,
  ...reviewJobs,
  ...notificationJobs,
  ...analyticsJobs,
];

const subscriptions: readonly Subscription[] = [
  ...intakeSubscriptions,
  ...rescoreSubscriptions,
  ...letterSubscriptions,
];

/** Tells policies the shape of each rule book and audit who waits for which event. */
export function registerRoomTypes(): void {
  registerPolicyType('rubric', rubricBook);
  registerPolicyType('plausibility', plausibilityBook);
  registerPolicyType('deadlines', deadlinesBook);
  subscribe(subscriptions);
}
