import { z } from 'zod';
import { list, type Route, read } from '../platform/http/route.ts';
import { listSpecialists, oneSpecialist } from './read.ts';
import { specialistFilter, specialistReply } from './schema.ts';

export const routes: Route[] = [
  list({
    path: '/api/specialists',
    resource: 'specialists',
    summary: 'Specialists: firms whose application was approved for good',
    permission: 'specialists.read',
    filter: specialistFilter,
    sort: ['created_at', 'number', 'trading_name', 'tier'],
    reply: specialistReply,
    handle: ({ db, list: query }) => listSpecialists(db, query),
  }),
  read({
    path: '/api/specialists/:id',
    summary: 'One specialist with tier, channels and standing',
    permission: 'specialists.read',
    params: z.object({ id: z.uuid() }),
    reply: specialistReply,
    handle: ({ db, params }) => oneSpecialist(db, params.id),
  }),
];
