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
const assign = (items: unknown) =>
  lead.post('/api/work-items/bulk/assign', { person_id: reviewer.personId, reason, items });

describe('taking back', () => {
  it('of one item needs a lead, a reason and the version seen', async () => {
    const id = await openWork(app);
    await reviewer.post(`/api/work-items/${id}/claim`, {}, { ifMatch: 1 });
    const path = `/api/work-items/${id}/take-back`;
    expect((await reviewer.post(path, { reason }, { ifMatch: 2 })).status).toBe(403);
    expect((await lead.post(path, {}, { ifMatch: 2 })).status).toBe(422);
    expect((await lead.post(path, { reason })).status).toBe(428);
    expect((await lead.post(path, { reason }, { ifMatch: 1 })).status).toBe(412);
    const back = await lead.post(path, { reason }, { ifMatch: 2 });
    expect(back.body).toMatchObject({ state: 'waiting', holder: null });
  });
});

describe('whom a lead may give it to', () => {
  it('names everybody who decides, how much they hold, and what keeps them from which item', async () => {
    const partyKey = `party-${randomUUID()}`;
    const [free, close] = [await openWork(app), await openWork(app, { partyKey })];
    const officer = await app.signIn('compliance_officer', 'Omar Castell');
    const auditor = await app.signIn('auditor', 'Ada Watts');
    await officer.post(
      `/api/work-items/${close}/declare-conflict`,
      { reason: 'I worked there until spring.' },
      { ifMatch: 1 },
    );
    await assign(await picked(free));
    const reply = await lead.get(`/api/work-items/candidates?ids=${free},${close}`);
    expect(reply.status).toBe(200);
    const of = (id: string) => reply.body.find((one: { id: string }) => one.id === id);
    expect(of(officer.personId).barred).toEqual([{ item_id: close, why: 'conflict_of_interest' }]);
    expect(of(reviewer.personId)).toMatchObject({ name: 'Ines Marlow', holding: 1, barred: [] });
    expect(of(auditor.personId)).toBeUndefined();
    expect((await reviewer.get(`/api/work-items/candidates?ids=${free}`)).status).toBe(403);
    expect((await lead.get('/api/work-items/candidates?ids=nobody')).status).toBe(400);
  });

  it('keeps an assigned item for its person when their lease runs out while they are away', async () => {
    const id = await openWork(app);
    const other = await app.signIn('reviewer');
    await assign(await picked(id));
    await app.moveClock({ minutes: 31 });
    await app.runJobs('queue.sweep_leases');
    expect(await itemOf(reviewer, id)).toMatchObject({
      state: 'waiting',
      preferred: { id: reviewer.personId },
    });
    expect((await other.post('/api/work-items/start-next', {})).body.code).toBe('nothing_waiting');
    const next = await reviewer.post('/api/work-items/start-next', {});
    expect(next.body.item.id).toBe(id);
    const { version } = next.body.item;
    const freed = await reviewer.post(`/api/work-items/${id}/release`, {}, { ifMatch: version });
    expect(freed.body.preferred).toBeNull();
  });

  it('says of a person who may not decide that it is their role', async () => {
    const id = await openWork(app);
    const auditor = await app.signIn('auditor');
    const path = `/api/work-items/${id}/assign`;
    const given = await lead.post(path, { person_id: auditor.personId }, { ifMatch: 1 });
    expect([given.status, given.body.code, given.body.params.why]).toEqual([403, 'own_involvement', 'role']);
    expect((await lead.post(path, { person_id: randomUUID() }, { ifMatch: 1 })).status).toBe(404);
  });
});
