import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyQueue, itemOf, openWork } from '../../support/queue.ts';

type Signed = Awaited<ReturnType<TestApp['signIn']>>;

let app: TestApp;
let lead: Signed;
let reviewer: Signed;
beforeAll(async () => {
  app = await startTestApp();
  lead = await app.signIn('lead', 'Lea Brandt');
  reviewer = await app.signIn('reviewer', 'Ines Marlow');
});
beforeEach(() => emptyQueue(app));
afterAll(() => app.stop());

const reason = 'Pavel is on leave this week.';
const picked = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => ({ id, version: (await itemOf(lead, id)).version ?? 1 })));
const assign = (items: unknown, more: object = {}, key?: string) =>
  lead.post(
    '/api/work-items/bulk/assign',
    { person_id: reviewer.personId, reason, items, ...more },
    key ? { key } : {},
  );
const eventsOf = (id: string, type: string) =>
  app.services.db('events').where({ subject_id: id, type }).orderBy('recorded_at');

describe('assigning several items from the list (trust 17)', () => {
  it('is one command with a result per row, in the order asked, each with the reason in the log', async () => {
    const ids = [await openWork(app), await openWork(app), await openWork(app)].reverse();
    const reply = await assign(await picked(...ids));
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ done: 3, refused: 0 });
    expect(reply.body.results.map(({ id }: { id: string }) => id)).toEqual(ids);
    for (const { id, ok, item } of reply.body.results) {
      expect([ok, item.holder.id, item.state, item.version]).toEqual([true, reviewer.personId, 'claimed', 2]);
      const [event] = await eventsOf(id, 'work_item.assigned');
      expect(event).toMatchObject({ actor_id: lead.personId, data: { to: reviewer.personId } });
      const text = await app.services.db('event_texts').where({ event_id: event?.id }).first('body');
      expect(text?.body).toBe(reason);
    }
  });

  it('trust 17: a partial failure changes only the rows it says, and says why of each', async () => {
    const partyKey = `party-${randomUUID()}`;
    const [fine, stale, barred, closed] = [
      await openWork(app),
      await openWork(app),
      await openWork(app, { partyKey }),
      await openWork(app),
    ];
    const related = await openWork(app, { partyKey });
    await reviewer.post(
      `/api/work-items/${related}/declare-conflict`,
      { reason: 'My sister works there.' },
      { ifMatch: 1 },
    );
    await app.services
      .db('work_items')
      .where({ id: closed })
      .update({ state: 'cancelled', closed_at: app.services.db.raw('assay_now()') });
    const unknown = randomUUID();
    const before = await Promise.all([stale, barred, closed].map((id) => itemOf(lead, id)));
    const reply = await assign([
      { id: stale, version: 7 },
      { id: fine, version: 1 },
      { id: barred, version: 1 },
      { id: closed, version: 1 },
      { id: unknown, version: 1 },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ done: 1, refused: 4 });
    expect(
      reply.body.results.map(({ ok, code, params }: Record<string, never>) => [ok, code, params]),
    ).toMatchObject([
      [false, 'stale_version', { version: 1 }],
      [true, null, {}],
      [false, 'own_involvement', { why: 'conflict_of_interest' }],
      [false, 'wrong_state', { state: 'cancelled' }],
      [false, 'not_found', {}],
    ]);
    expect(reply.body.results[4].item).toBeNull();
    expect((await itemOf(lead, fine)).holder.id).toBe(reviewer.personId);
    const after = await Promise.all([stale, barred, closed].map((id) => itemOf(lead, id)));
    const still = ({ state, holder, version }: (typeof before)[number]) => ({ state, holder, version });
    expect(after.map(still)).toEqual(before.map(still));
    for (const id of [stale, barred, closed, unknown])
      expect(await eventsOf(id, 'work_item.assigned')).toEqual([]);
  });

  it('trust 1, 13: the same key gives the same results and one effect; another body under it is refused', async () => {
    const items = await picked(await openWork(app), await openWork(app));
    const key = randomUUID();
    const first = await assign(items, {}, key);
    const again = await assign(items, {}, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    for (const { id } of items) expect(await eventsOf(id, 'work_item.assigned')).toHaveLength(1);
    const other = await assign(items.slice(1), {}, key);
    expect([other.status, other.body.code]).toEqual([422, 'key_reused']);
  });

  it('of two leads at once over the same rows, each row is given once', async () => {
    const other = await app.signIn('lead');
    const items = await picked(...(await Promise.all(Array.from({ length: 8 }, () => openWork(app)))));
    const body = { person_id: reviewer.personId, reason };
    const replies = await Promise.all([
      lead.post('/api/work-items/bulk/assign', { ...body, items }),
      other.post('/api/work-items/bulk/assign', { ...body, items: [...items].reverse() }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(replies[0].body.done + replies[1].body.done).toBe(8);
    for (const { id } of items) expect(await eventsOf(id, 'work_item.assigned')).toHaveLength(1);
  });

  it('refuses whole: no reason, no rows, a row twice, more rows than a page, unknown members, other roles', async () => {
    const [item] = await picked(await openWork(app));
    for (const bad of [
      { reason: '  ' },
      { items: [] },
      { items: [item, item] },
      { items: Array.from({ length: 101 }, () => ({ id: randomUUID(), version: 1 })) },
      { items: [{ ...item, holder_id: lead.personId }] },
      { person_id: 'me' },
    ])
      expect([bad, (await assign([item], bad)).status]).toEqual([bad, 422]);
    const body = { person_id: reviewer.personId, reason, items: [item] };
    expect((await reviewer.post('/api/work-items/bulk/assign', body)).status).toBe(403);
    expect((await reviewer.post('/api/work-items/bulk/take-back', body)).status).toBe(403);
    expect((await itemOf(lead, item?.id ?? '')).state).toBe('waiting');
  });
});

describe('taking back', () => {
  it('trust 17: gives several items back to the queue with one reason; what nobody holds is refused by row', async () => {
    const ids = [await openWork(app), await openWork(app)];
    const waiting = await openWork(app);
    await assign(await picked(...ids));
    const reply = await lead.post('/api/work-items/bulk/take-back', {
      reason,
      items: await picked(...ids, waiting),
    });
    expect(reply.body.results.map(({ ok, code }: Record<string, never>) => [ok, code])).toEqual([
      [true, null],
      [true, null],
      [false, 'wrong_state'],
    ]);
    for (const id of ids)
      expect(await itemOf(lead, id)).toMatchObject({ state: 'waiting', holder: null, preferred: null });
    expect(await eventsOf(ids[0] ?? '', 'work_item.taken_back')).toHaveLength(1);
  });
});
