import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { command, list, type Route, read } from '../../platform/http/route.ts';
import type { Uow } from '../../platform/uow.ts';
import { listItems, oneItem } from '../read/items.ts';
import { summaryOf } from '../read/summary.ts';
import { itemCommands } from '../rules/commands.ts';
import { assignBody } from '../schema/assignment.ts';
import {
  holdBody,
  itemParams,
  reasonBody,
  startNextBody,
  startNextReply,
  summaryReply,
  workItemFilter,
  workItemReply,
  workItemSort,
  workItemWithCommands,
} from '../schema/work-items.ts';
import { assign, declareConflict, takeBack } from '../service/assign.ts';
import { claim, takeOver } from '../service/claim.ts';
import { extend, hold, release, resume } from '../service/hold.ts';
import { startNext } from '../service/start-next.ts';
import { viewerAt, viewerId, viewerOf } from '../service/viewer.ts';

const rowNow = async (db: Knex, actor: Actor, id: string) => oneItem(db, id, await viewerOf(db, actor));

/** A command on one item that answers with the row as it is afterwards, or, when stale, with the newer one. */
function itemCommand<B extends z.ZodType | undefined = undefined>(
  verb: string,
  summary: string,
  permission: string,
  run: (
    uow: Uow,
    id: string,
    version: number,
    body: B extends z.ZodType ? z.output<B> : undefined,
  ) => Promise<void>,
  more: { body?: B; versioned?: boolean } = {},
): Route {
  return command({
    path: `/api/work-items/:id/${verb}`,
    permission,
    summary,
    params: itemParams,
    body: more.body,
    reply: workItemReply,
    versioned: more.versioned ?? true,
    idempotency: 'accepted',
    current: ({ db, actor, params }) => rowNow(db, actor, params.id),
    handle: async ({ uow, params, body, ifMatch, actor }) => {
      await run(uow, params.id, ifMatch, body as never);
      return rowNow(uow.trx, actor, params.id);
    },
  });
}

export const routes: Route[] = [
  list({
    path: '/api/work-items',
    resource: 'work-items',
    permission: 'queue.read',
    summary: 'The queue: open work by due time, with who holds what and what is overdue',
    filter: workItemFilter,
    sort: workItemSort,
    reply: workItemReply,
    handle: async ({ db, actor, list: asked }) =>
      listItems(db, asked, viewerId(actor), (now) => viewerAt(db, actor, now)),
  }),
  read({
    path: '/api/work-items/summary',
    permission: 'queue.read',
    summary: 'Totals of the queue',
    reply: summaryReply,
    handle: async ({ db, actor }) => {
      const viewer = await viewerOf(db, actor);
      return summaryOf(db, viewer.id, viewer.now);
    },
  }),
  command({
    path: '/api/work-items/start-next',
    permission: 'queue.work',
    summary: 'Claims the most urgent item this person may take',
    body: startNextBody,
    reply: startNextReply,
    idempotency: 'accepted',
    handle: async ({ uow, body }) => ({ item: await startNext(uow, body.stream) }),
  }),
  read({
    path: '/api/work-items/:id',
    permission: 'queue.read',
    summary: 'One work item with the commands this person may run on it',
    params: itemParams,
    reply: workItemWithCommands,
    handle: async ({ db, actor, params }) => {
      const viewer = await viewerOf(db, actor);
      const item = await oneItem(db, params.id, viewer);
      return { ...item, commands: itemCommands(item, actor, viewer.now) };
    },
  }),
  itemCommand('claim', 'Claims this item', 'queue.work', claim),
  itemCommand('release', 'Gives the item back to the queue', 'queue.work', release),
  itemCommand('resume', 'Takes a held item up again', 'queue.work', resume),
  itemCommand('extend', 'Says that the holder is at work', 'queue.work', (uow, id) => extend(uow, id), {
    versioned: false,
  }),
  itemCommand(
    'hold',
    'Holds the item with a reason and a date',
    'queue.work',
    (uow, id, version, { reason, until }) =>
      hold(uow, id, version, { reason, ...(until ? { until: new Date(until) } : {}) }),
    { body: holdBody },
  ),
  itemCommand(
    'take-over',
    'Takes the item from its holder',
    'queue.work',
    (uow, id, version, { reason }) => takeOver(uow, id, version, reason),
    { body: reasonBody },
  ),
  itemCommand(
    'declare-conflict',
    'Declares a conflict of interest with the party',
    'conflicts.declare',
    (uow, id, version, { reason }) => declareConflict(uow, id, version, reason),
    { body: reasonBody },
  ),
  itemCommand('assign', 'Gives the item to a person', 'queue.lead', assign, { body: assignBody }),
  itemCommand(
    'take-back',
    'Takes the item from its holder, back into the queue',
    'queue.lead',
    (uow, id, version, { reason }) => takeBack(uow, id, version, reason),
    { body: reasonBody },
  ),
];
