import { systemActor } from '../../server/kernel/actor.ts';
import { newId } from '../../server/platform/ids.ts';
import { type OpenItemInput, openItem } from '../../server/queue/service/open-item.ts';
import type { TestApp } from './app.ts';

/** Opens a work item about something of its own. */
export const openWork = (app: TestApp, change: Partial<OpenItemInput> = {}): Promise<string> =>
  app.services.run({ actor: systemActor('test') }, (uow) =>
    openItem(uow, {
      kind: 'application',
      channel: 'paid_search',
      language: 'en',
      subject: { kind: 'application', id: newId() },
      partyKey: newId(),
      ...change,
    }),
  );

/** Ends everything that is open, so that a test has the queue to itself. */
export const emptyQueue = (app: TestApp) =>
  app.services
    .db('work_items')
    .whereNotIn('state', ['done', 'cancelled'])
    .update({
      state: 'cancelled',
      holder_id: null,
      claimed_at: null,
      lease_until: null,
      held_until: null,
      held_reason: null,
      used_minutes: null,
      closed_at: app.services.db.raw('assay_now()'),
    });

export const itemOf = async (client: { get(path: string): Promise<{ body: Loose }> }, id: string) =>
  (await client.get(`/api/work-items/${id}`)).body;
type Loose = ReturnType<typeof JSON.parse>;
