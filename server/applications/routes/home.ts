import { type Route, read } from '../../platform/http/route.ts';
import { homeReply } from '../schema/home.ts';
import { home } from '../service/home.ts';

export const routes: Route[] = [
  read({
    path: '/api/home',
    permission: 'applications.review',
    summary: 'What changed since this person left, what they can decide now, and their own week',
    reply: homeReply,
    handle: ({ db, actor }) => home(db, actor),
  }),
];
