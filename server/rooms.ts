import { type Subscription, subscribe } from './audit/deliveries.ts';
import { jobs as auditJobs } from './audit/jobs.ts';
import { routes as auditRoutes } from './audit/routes.ts';
import { subscriptions as letterSubscriptions, jobs as notificationJobs } from './notifications/jobs.ts';
import { routes as liveRoutes } from './notifications/routes/live.ts';
import { routes as mailRoutes } from './notifications/routes/mails.ts';
import type { Route } from './platform/http/route.ts';
import type { JobDefinition } from './platform/jobs/boss.ts';
import { routes as policyRoutes } from './policies/routes.ts';
import { routes as specialistRoutes } from './specialists/routes.ts';

/** Every room with something to serve, in the order of the house. */
export const roomRoutes: readonly Route[] = [
  ...auditRoutes,
  ...policyRoutes,
  ...specialistRoutes,
  ...mailRoutes,
  ...liveRoutes,
];

export const roomJobs: readonly JobDefinition[] = [...auditJobs, ...notificationJobs];

const subscriptions: readonly Subscription[] = [...letterSubscriptions];

/** Tells policies the shape of each rule book and audit who waits for which event. */
export function registerRoomTypes(): void {
  subscribe(subscriptions);
}
