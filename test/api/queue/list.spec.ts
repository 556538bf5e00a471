import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { openWork } from '../../support/queue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.signIn('reviewer');
  for (let at = 0; at < 7; at += 1) await openWork(app);
  for (let at = 0; at < 3; at += 1) await openWork(app, { channel: 'event_webinar', critical: at === 0 });
});
afterAll(() => app.stop());

const query = (filter: object, more = '') =>
  `/api/work-items?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`;

describe('the queue as a list', () => {
  it('is sorted by due time, with an exact total from the counters', async () => {
    const auditor = await app.signIn('auditor');
    const reply = await auditor.get(query({}, '&range=[0,3]'));
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-range')).toBe('items 0-3/10');
    const due = reply.body.map((row: { due_at: string }) => row.due_at);
    expect([...due].sort()).toEqual(due);
    expect(reply.body[0]).toMatchObject({ eligible: false, why_not: 'role', overdue: false });
  });

  it('filters by state, kind, channel, language, mine, overdue and critical', async () => {
    const reviewer = await app.signIn('reviewer');
    const total = async (filter: object) =>
      (await reviewer.get(query(filter))).headers.get('content-range')?.split('/')[1];
    expect(await total({ channel: 'event_webinar' })).toBe('3');
    expect(await total({ critical: true })).toBe('1');
    expect(await total({ language: 'de' })).toBe('0');
    expect(await total({ mine: true })).toBe('0');
    await reviewer.post('/api/work-items/start-next', {});
    expect(await total({ mine: true })).toBe('1');
    expect(await total({ state: 'claimed' })).toBe('1');
    expect(await total({ state: 'waiting' })).toBe('9');
    expect(await total({ kind: 'second_decision' })).toBe('0');
    expect(await total({ overdue: true })).toBe('0');
    const summary = (await reviewer.get('/api/work-items/summary')).body;
    expect(summary).toMatchObject({ waiting: 9, claimed: 1, held: 0, overdue: 0, mine: 1 });
    expect(summary.by_channel).toHaveLength(2);
  });

  it('trust 23, 24: refuses hidden names, nested keys, wide and deep ranges, without telling a total', async () => {
    const reviewer = await app.signIn('reviewer');
    for (const filter of [{ held_reason: 'x' }, { 'holder.password_hash': 'x' }, { channel: { $ne: 1 } }])
      expect((await reviewer.get(query(filter))).status).toBe(400);
    expect((await reviewer.get(query({}, '&sort=["held_reason","ASC"]'))).status).toBe(400);
    expect((await reviewer.get(query({}, '&range=[0,1000]'))).status).toBe(400);
    const deep = await reviewer.get(query({}, '&range=[10000,10024]'));
    expect([deep.status, deep.body.code]).toEqual([400, 'too_deep']);
    expect(deep.headers.get('content-range')).toBeNull();
  });

  it('is closed to those who do not read the queue', async () => {
    const admin = await app.signIn('admin');
    expect((await admin.get(query({}))).status).toBe(403);
    expect((await app.anonymous().get(query({}))).status).toBe(401);
  });

  it('keeps counters equal to the items through every change, also of many at once', async () => {
    const { rows } = await app.services.db.raw(
      `select (select json_object_agg(state, n) from (select state, sum(items) as n from work_item_counts
           group by state having sum(items) <> 0) x) as counted,
         (select json_object_agg(state, n) from (select state, count(*) as n from work_items group by state) y) as real`,
    );
    expect(rows[0].counted).toEqual(rows[0].real);
  });
});
