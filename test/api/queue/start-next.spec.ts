import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { emptyQueue, openWork } from '../../support/queue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => emptyQueue(app));
afterAll(() => app.stop());

const minutesAgo = async (minutes: number) => {
  const { rows } = await app.services.db.raw<{ rows: { at: Date }[] }>(
    'select assay_now() - make_interval(mins => ?) as at',
    [minutes],
  );
  return rows[0]?.at ?? new Date();
};

describe('Start next', () => {
  it('gives the critical item first, then the larger share of allowed time used, then the older', async () => {
    const reviewer = await app.signIn('reviewer');
    const young = await openWork(app);
    const old = await openWork(app, { effectiveStart: await minutesAgo(60 * 24 * 10) });
    const older = await openWork(app, { effectiveStart: await minutesAgo(60 * 24 * 20) });
    // A third of the time is allowed for a second look, so it is more urgent than an older application.
    const second = await openWork(app, {
      kind: 'second_decision',
      effectiveStart: await minutesAgo(60 * 24 * 12),
    });
    const critical = await openWork(app, { critical: true });
    const order: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const reply = await reviewer.post('/api/work-items/start-next', {});
      expect(reply.status).toBe(200);
      order.push(reply.body.item.id);
    }
    expect(order).toEqual([critical, second, older, old, young]);
  });

  it('claims for thirty minutes and says so', async () => {
    const reviewer = await app.signIn('reviewer');
    await openWork(app);
    const { item } = (await reviewer.post('/api/work-items/start-next', {})).body;
    expect(item).toMatchObject({ state: 'claimed', holder: { id: reviewer.personId }, version: 2 });
    expect(Date.parse(item.lease_until) - Date.parse(item.claimed_at)).toBe(30 * 60_000);
    expect(Date.parse(item.lease_warn_at) - Date.parse(item.claimed_at)).toBe(25 * 60_000);
  });

  it('keeps to a stream of kind, channel and language', async () => {
    const reviewer = await app.signIn('reviewer');
    await openWork(app);
    const german = await openWork(app, { language: 'de' });
    const events = await openWork(app, { channel: 'event_webinar' });
    const next = async (stream: object) =>
      (await reviewer.post('/api/work-items/start-next', { stream })).body.item?.id;
    expect(await next({ language: 'de' })).toBe(german);
    expect(await next({ channel: 'event_webinar' })).toBe(events);
    expect(await next({ channel: 'event_webinar' })).toBeUndefined();
  });

  it('never gives two people the same item, however many ask at once', async () => {
    const people = [];
    for (const name of 'abcdefgh') people.push(await app.signIn('reviewer', name));
    for (let at = 0; at < 20; at += 1) await openWork(app);
    const replies = await Promise.all(
      [...people, ...people, ...people].map((person) => person.post('/api/work-items/start-next', {})),
    );
    const given = replies.filter(({ status }) => status === 200).map(({ body }) => body.item.id);
    expect(new Set(given).size).toBe(given.length);
    expect(given).toHaveLength(20);
    for (const reply of replies.filter(({ status }) => status !== 200))
      expect([reply.status, reply.body.code]).toEqual([409, 'nothing_waiting']);
    const events = await app.services
      .db('events')
      .where({ type: 'work_item.claimed' })
      .whereIn('subject_id', given)
      .count({ n: '*' })
      .first();
    expect(Number(events?.n)).toBe(20);
  });

  it('gives an item whose lease is over at once, before any sweep', async () => {
    const first = await app.signIn('reviewer');
    const second = await app.signIn('reviewer');
    await openWork(app);
    const { item } = (await first.post('/api/work-items/start-next', {})).body;
    expect((await second.post('/api/work-items/start-next', {})).body.code).toBe('nothing_waiting');
    await app.moveClock({ minutes: 31 });
    const again = (await second.post('/api/work-items/start-next', {})).body.item;
    expect(again).toMatchObject({ id: item.id, holder: { id: second.personId } });
    const late = await first.post(`/api/work-items/${item.id}/release`, {}, { ifMatch: item.version });
    expect(late.status).toBe(412);
  });

  it('says that nobody is eligible when all that waits may be taken by nobody', async () => {
    await app.services.db('persons').update({ state: 'disabled' });
    const reviewer = await app.signIn('reviewer');
    const partyKey = 'party-of-a-friend';
    const id = await openWork(app, { partyKey, excludedIds: [reviewer.personId] });
    const reply = await reviewer.post('/api/work-items/start-next', {});
    expect([reply.status, reply.body.code]).toEqual([409, 'nobody_eligible']);
    const shown = (await reviewer.get(`/api/work-items/${id}`)).body;
    expect(shown.why_not).toBe('nobody_eligible');
    const said = await app.services.db('events').where({ type: 'work_item.nobody_eligible', subject_id: id });
    expect(said).toHaveLength(1);
    const other = await app.signIn('reviewer');
    await app.runJobs('queue.sweep_leases');
    expect((await other.post('/api/work-items/start-next', {})).body.item.id).toBe(id);
  });

  it('is forbidden to those who do not work the queue, and refuses unknown members', async () => {
    const auditor = await app.signIn('auditor');
    expect((await auditor.post('/api/work-items/start-next', {})).status).toBe(403);
    const reviewer = await app.signIn('reviewer');
    expect((await reviewer.post('/api/work-items/start-next', { holder_id: 'me' })).status).toBe(422);
  });
});
