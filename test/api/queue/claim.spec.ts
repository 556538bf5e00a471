import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { itemOf, openWork } from '../../support/queue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const send = async (client: Client, id: string, verb: string, body: unknown = {}) =>
  client.post(`/api/work-items/${id}/${verb}`, body, { ifMatch: (await itemOf(client, id)).version });

describe('claiming an item', () => {
  it('is won by exactly one of two at once; the other is told who was faster', async () => {
    const id = await openWork(app);
    const [one, two] = [await app.signIn('reviewer'), await app.signIn('compliance_officer')];
    const replies = await Promise.all(
      [one, two].map((client) => client.post(`/api/work-items/${id}/claim`, {}, { ifMatch: 1 })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = replies.find(({ status }) => status === 409);
    const won = replies.find(({ status }) => status === 200);
    expect(lost?.body).toMatchObject({
      code: 'already_claimed',
      params: { holder_id: won?.body.holder.id },
    });
  });

  it('needs the version seen: 428 without, 412 with the newer row', async () => {
    const id = await openWork(app);
    const reviewer = await app.signIn('reviewer');
    expect((await reviewer.post(`/api/work-items/${id}/claim`)).status).toBe(428);
    const stale = await reviewer.post(`/api/work-items/${id}/claim`, {}, { ifMatch: 7 });
    expect(stale.status).toBe(412);
    expect(stale.body.current).toMatchObject({ id, state: 'waiting' });
  });

  it('answers 404 for an item that is not there, and 403 for a role that works no queue', async () => {
    const reviewer = await app.signIn('reviewer');
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect((await reviewer.post(`/api/work-items/${nowhere}/claim`, {}, { ifMatch: 1 })).status).toBe(404);
    const id = await openWork(app);
    const auditor = await app.signIn('auditor');
    expect((await auditor.post(`/api/work-items/${id}/claim`, {}, { ifMatch: 1 })).status).toBe(403);
  });
});

describe('holding an item', () => {
  it('activity renews the lease without moving the version; silence gives it back after thirty minutes', async () => {
    const id = await openWork(app);
    const reviewer = await app.signIn('reviewer');
    await send(reviewer, id, 'claim');
    await app.moveClock({ minutes: 25 });
    const extended = await reviewer.post(`/api/work-items/${id}/extend`);
    expect(extended.body.version).toBe(2);
    await app.moveClock({ minutes: 20 });
    await app.runJobs('queue.sweep_leases');
    expect(await itemOf(reviewer, id)).toMatchObject({ state: 'claimed' });
    await app.moveClock({ minutes: 11 });
    await app.runJobs('queue.sweep_leases');
    await app.runJobs('queue.sweep_leases');
    expect(await itemOf(reviewer, id)).toMatchObject({ state: 'waiting', holder: null, version: 2 });
    const events = await app.services.db('events').where({ subject_id: id, type: 'work_item.lease_expired' });
    expect(events).toHaveLength(1);
  });

  it('release gives it back, for the holder only', async () => {
    const id = await openWork(app);
    const [one, two] = [await app.signIn('reviewer'), await app.signIn('reviewer')];
    await send(one, id, 'claim');
    const other = await send(two, id, 'release');
    expect([other.status, other.body.code]).toEqual([409, 'not_holder']);
    expect(other.body.params).toMatchObject({ holder_id: one.personId, take_over: true, claim: false });
    expect((await send(one, id, 'release')).body).toMatchObject({ state: 'waiting', holder: null });
    const free = await send(two, id, 'hold', { reason: 'Waiting for the register.' });
    expect([free.status, free.body.code]).toEqual([409, 'not_holder']);
    expect(free.body.params).toMatchObject({ holder_id: null, take_over: false, claim: true });
    expect((await send(two, id, 'claim')).status).toBe(200);
  });

  it('hold takes a reason and a date within five business days; the clock runs, and it comes back to its holder', async () => {
    const id = await openWork(app);
    const reviewer = await app.signIn('reviewer');
    await send(reviewer, id, 'claim');
    const { due_at } = await itemOf(reviewer, id);
    expect((await send(reviewer, id, 'hold', { reason: ' ' })).status).toBe(422);
    const far = await send(reviewer, id, 'hold', { reason: 'waiting', until: '2099-01-01T00:00:00Z' });
    expect(far.body.errors[0]).toMatchObject({ pointer: '/until', code: 'too_late' });
    const past = await send(reviewer, id, 'hold', { reason: 'waiting', until: '2020-01-01T00:00:00Z' });
    expect(past.body.errors[0]).toMatchObject({ code: 'in_the_past' });
    const held = await send(reviewer, id, 'hold', { reason: 'The register is closed today.' });
    expect(held.body).toMatchObject({ state: 'held', due_at, holder: { id: reviewer.personId } });
    expect((await send(reviewer, id, 'resume')).body).toMatchObject({ state: 'claimed', held_until: null });
    await send(reviewer, id, 'hold', { reason: 'The register is closed today.' });
    await app.moveClock({ days: 12 });
    await app.runJobs('queue.sweep_leases');
    expect(await itemOf(reviewer, id)).toMatchObject({
      state: 'waiting',
      preferred: { id: reviewer.personId },
    });
  });

  it('a lead takes over at any time with a reason, a colleague once the lease is over', async () => {
    const id = await openWork(app);
    const [one, two, lead] = [
      await app.signIn('reviewer'),
      await app.signIn('reviewer'),
      await app.signIn('lead'),
    ];
    await send(one, id, 'claim');
    const reason = { reason: 'On leave today.' };
    expect((await send(two, id, 'take-over', reason)).body.code).toBe('already_claimed');
    expect((await send(lead, id, 'take-over', {})).status).toBe(422);
    expect((await send(lead, id, 'take-over', reason)).body.holder.id).toBe(lead.personId);
    await app.moveClock({ minutes: 31 });
    expect((await send(two, id, 'take-over', reason)).body.holder.id).toBe(two.personId);
  });

  it('a lead assigns to somebody who may take it', async () => {
    const id = await openWork(app);
    const lead = await app.signIn('lead');
    const [reviewer, auditor] = [await app.signIn('reviewer'), await app.signIn('auditor')];
    expect((await send(reviewer, id, 'assign', { person_id: lead.personId })).status).toBe(403);
    expect((await send(lead, id, 'assign', { person_id: auditor.personId })).status).toBe(403);
    const given = await send(lead, id, 'assign', { person_id: reviewer.personId });
    expect(given.body.holder.id).toBe(reviewer.personId);
  });

  it('M1: what is kept for a colleague is nobody else’s to claim until then, and everybody’s after', async () => {
    const [one, two] = [await app.signIn('reviewer'), await app.signIn('reviewer')];
    const until = new Date((await app.services.db.raw('select assay_now() as now')).rows[0].now);
    until.setHours(until.getHours() + 3);
    const id = await openWork(app);
    await app.services
      .db('work_items')
      .where({ id })
      .update({ preferred_id: one.personId, preferred_until: until });
    const early = await send(two, id, 'claim');
    expect([early.status, early.body.code]).toEqual([403, 'own_involvement']);
    expect(early.body.params).toMatchObject({ why: 'kept_for_another' });
    expect(await itemOf(two, id)).toMatchObject({ state: 'waiting', holder: null });
    expect((await send(one, id, 'claim')).status).toBe(200);
    await send(one, id, 'release');
    await app.services
      .db('work_items')
      .where({ id })
      .update({ preferred_id: one.personId, preferred_until: until });
    await app.moveClock({ hours: 4 });
    expect((await send(two, id, 'claim')).status).toBe(200);
  });

  it('a declared conflict of interest gives it back and excludes from everything about that party', async () => {
    const partyKey = 'the-party-of-a-relative';
    const id = await openWork(app, { partyKey });
    const other = await openWork(app, { partyKey });
    const reviewer = await app.signIn('reviewer');
    await send(reviewer, id, 'claim');
    const declared = await send(reviewer, id, 'declare-conflict', { reason: 'My sister works there.' });
    expect(declared.body).toMatchObject({
      state: 'waiting',
      eligible: false,
      why_not: 'conflict_of_interest',
    });
    const again = await send(reviewer, other, 'claim');
    expect([again.status, again.body.code]).toEqual([403, 'own_involvement']);
    const shown = await itemOf(reviewer, other);
    const claim = shown.commands.find((one: { command: string }) => one.command === 'claim');
    expect(claim).toMatchObject({ allowed: false, blocked_by: [{ code: 'own_involvement' }] });
  });
});
