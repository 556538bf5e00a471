import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { command, type Route, read } from '../../platform/http/route.ts';
import type { Uow } from '../../platform/uow.ts';
import { candidatesFor } from '../read/candidates.ts';
import { listItems } from '../read/items.ts';
import {
  bulkAssignBody,
  bulkReply,
  bulkTakeBackBody,
  candidateReply,
  candidatesQuery,
} from '../schema/assignment.ts';
import { assignEach, type RowOutcome, takeBackEach } from '../service/bulk.ts';
import { viewerAt, viewerId } from '../service/viewer.ts';

const byDue = { field: 'due_at', order: 'asc' } as const;

/** The rows as this person sees them now, each with what became of it. */
async function told(uow: Uow, actor: Actor, outcomes: RowOutcome[]): Promise<z.input<typeof bulkReply>> {
  const { rows } = await listItems(
    uow.trx,
    { filter: {}, ids: outcomes.map(({ id }) => id), sort: byDue, offset: 0, limit: outcomes.length },
    viewerId(actor),
    (now) => viewerAt(uow.trx, actor, now),
  );
  const now = new Map(rows.map((row) => [row.id, row]));
  const results = outcomes.map(({ id, problem }) => ({
    id,
    ok: !problem,
    code: problem?.code ?? null,
    params: problem?.params ?? {},
    item: now.get(id) ?? null,
  }));
  const done = results.filter(({ ok }) => ok).length;
  return { done, refused: results.length - done, results };
}

export const routes: Route[] = [
  read({
    path: '/api/work-items/candidates',
    permission: 'queue.lead',
    summary: 'Who may be given these items, how much they hold, and what keeps them from which',
    query: candidatesQuery,
    reply: candidateReply.array(),
    handle: ({ db, query }) => candidatesFor(db, query.ids),
  }),
  command({
    path: '/api/work-items/bulk/assign',
    permission: 'queue.lead',
    summary:
      'Gives several items to one person: one reason, a result per row, refused rows stay as they were',
    body: bulkAssignBody,
    reply: bulkReply,
    idempotency: 'accepted',
    handle: async ({ uow, body, actor }) => told(uow, actor, await assignEach(uow, body)),
  }),
  command({
    path: '/api/work-items/bulk/take-back',
    permission: 'queue.lead',
    summary: 'Takes several items back into the queue: one reason, a result per row',
    body: bulkTakeBackBody,
    reply: bulkReply,
    idempotency: 'accepted',
    handle: async ({ uow, body, actor }) => told(uow, actor, await takeBackEach(uow, body)),
  }),
];
