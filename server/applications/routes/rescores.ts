import { list, type Route } from '../../platform/http/route.ts';
import { listRescores, listSkips } from '../read/rescores.ts';
import { rescoreFilter, rescoreReply, skipFilter, skipReply } from '../schema/rescore.ts';

/** What a published rubric does to the work that is open. */
export const routes: Route[] = [
  list({
    path: '/api/rescores',
    resource: 'rescores',
    summary: 'Open work read again by a published rubric, with progress',
    permission: 'policies.read',
    filter: rescoreFilter,
    sort: ['started_at'],
    reply: rescoreReply,
    handle: ({ db, list: query }) => listRescores(db, query),
  }),
  list({
    path: '/api/rescore-skips',
    resource: 'rescore-skips',
    summary: 'Open applications that kept the reading they had, and why',
    permission: 'applications.read',
    filter: skipFilter,
    sort: ['skipped_at'],
    reply: skipReply,
    handle: ({ db, list: query }) => listSkips(db, query),
  }),
];
