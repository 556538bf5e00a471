import { type Subscription, subscribe } from './audit/deliveries.ts';
import { jobs as auditJobs } from './audit/jobs.ts';
import { routes as auditRoutes } from './audit/routes.ts';
import type { Route } from './platform/http/route.ts';
import type { JobDefinition } from './platform/jobs/boss.ts';
import { routes as policyRoutes } from './policies/routes.ts';
import { routes as specialistRoutes } from './specialists/routes.ts';

/** Every room with something to serve, in the order of the house. */
export const roomRoutes: readonly Route[] = [...auditRoutes, ...policyRoutes, ...specialistRoutes];

export const roomJobs: readonly JobDefinition[] = [...auditJobs];

const subscriptions: readonly Subscription[] = [];

/** Tells policies the shape of each rule book and audit who waits for which event. */
export function registerRoomTypes(): void {
  subscribe(subscriptions);
}
