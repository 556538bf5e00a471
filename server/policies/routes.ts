import { z } from 'zod';
import { list, type Route, read } from '../platform/http/route.ts';
import { listPolicies, onePolicy } from './read.ts';
import { policyDocumentReply, policyFilter, policyReply } from './schema.ts';

export const routes: Route[] = [
  list({
    path: '/api/policies',
    resource: 'policies',
    summary: 'Rule books: rubric, plausibility, deadlines, with their versions',
    permission: 'policies.read',
    filter: policyFilter,
    sort: ['kind', 'version', 'published_at'],
    reply: policyReply,
    handle: ({ db, list: query }) => listPolicies(db, query),
  }),
  read({
    path: '/api/policies/:id',
    summary: 'One rule book, whole',
    permission: 'policies.read',
    params: z.object({ id: z.uuid() }),
    reply: policyDocumentReply,
    handle: ({ db, params }) => onePolicy(db, params.id),
  }),
];
