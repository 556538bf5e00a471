import { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import { command, list, type Route, read } from '../platform/http/route.ts';
import { countFailed, listFailed, retryFailed } from '../platform/jobs/failed.ts';
import type { Uow } from '../platform/uow.ts';
import { record } from './record.ts';
import { failedJobReply, failedJobsCount } from './schema.ts';

async function retryJob(uow: Uow, id: string): Promise<{ name: string }> {
  const name = await retryFailed(uow, id);
  if (!name) throw new Problem('not_found');
  await record(uow, { type: 'job.retried', subject: { kind: 'job', id }, data: { name } });
  return { name };
}

/** Jobs that nobody will try again by themselves (trust 47). */
export const routes: Route[] = [
  list({
    path: '/api/failed-jobs',
    resource: 'failed-jobs',
    summary: 'Jobs that failed at every attempt and wait for somebody',
    permission: 'jobs.read',
    filter: z.strictObject({
      name: z
        .string()
        .regex(/^[a-z_]+\.[a-z_]+$/)
        .optional(),
    }),
    sort: ['failed_at', 'name'],
    reply: failedJobReply,
    handle: ({ db, list: query }) => listFailed(db, query),
  }),
  read({
    path: '/api/failed-jobs/count',
    summary: 'How many jobs wait for somebody, counted to a hundred',
    permission: 'jobs.read',
    reply: failedJobsCount,
    handle: async ({ db }) => ({ failed: await countFailed(db) }),
  }),
  command({
    path: '/api/failed-jobs/:id/retry',
    summary: 'Give a failed job one more attempt',
    permission: 'jobs.retry',
    params: z.object({ id: z.uuid() }),
    reply: z.object({ name: z.string() }),
    handle: ({ uow, params }) => retryJob(uow, params.id),
  }),
];
