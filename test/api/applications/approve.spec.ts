import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, dossierOf, hold, inReview, letter, setBand } from '../../support/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function ready() {
  const id = await inReview(app);
  await setBand(app, id, 'pass');
  const reviewer = await app.signIn('reviewer');
  await hold(reviewer, id);
  return { id, reviewer };
}

describe('a reviewer approves an application', () => {
  it('decides per channel, citing score, claim verdicts and rule books, and closes the work item with it', async () => {
    const { id, reviewer } = await ready();
    const reply = await command(reviewer, id, 'approve', acceptance);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      state: 'approved',
      decision: { kind: 'approve', state: 'scheduled' },
    });
    const after = await dossierOf(reviewer, id);
    expect(after.item).toBeNull();
    expect(after.decision.score_id).toBe(after.reading.score_id);
    expect(after.decision.claim_verdict_ids.length).toBeGreaterThan(0);
    expect(after.decision.policy_version_ids.length).toBe(3);
    expect(after.decision.decided_by.id).toBe(reviewer.personId);
    const minutes = Date.parse(after.decision.final_at) - Date.parse(after.decision.decided_at);
    expect(minutes).toBe(10 * 60_000);
    expect(after.history.map((one: { type: string }) => one.type)).toContain('application.approved');
    expect(after.specialist_id).toBeNull();
  });

  it('makes the specialist and sends the letter once ten minutes are over, exactly once', async () => {
    const { id, reviewer } = await ready();
    await command(reviewer, id, 'approve', acceptance);
    const mails = () =>
      app.services.db('mails').where({ subject_id: id, template: 'approved' }).pluck('state');
    await app.runJobs('applications.finalise_due');
    expect(await mails()).toEqual([]);
    await app.moveClock({ minutes: 11 });
    await app.runJobs('applications.finalise_due');
    await app.runJobs('applications.finalise_due');
    expect(await mails()).toEqual(['sent']);
    const after = await dossierOf(reviewer, id);
    expect(after.decision.state).toBe('final');
    expect(after.specialist_id).not.toBeNull();
    expect(JSON.stringify(app.sent.at(-1))).toContain('this is what we decided');
    const channels = await app.services
      .db('specialist_channels')
      .where({ specialist_id: after.specialist_id })
      .pluck('channel');
    expect(channels).toEqual(['cold_email_outbound']);
  });

  it('is for the holder: another reviewer is told who holds it and that it can be taken over', async () => {
    const { id, reviewer } = await ready();
    const other = await app.signIn('reviewer');
    const reply = await command(other, id, 'approve', acceptance);
    expect(reply.status).toBe(409);
    expect(reply.body).toMatchObject({ code: 'not_holder', params: { holder_id: reviewer.personId } });
    expect(reply.body.params).toMatchObject({ take_over: true, claim: false });
  });

  it('is for the holder: where nobody holds it, claiming is the way and there is nobody to take it from', async () => {
    const id = await inReview(app);
    const reviewer = await app.signIn('reviewer');
    const reply = await command(reviewer, id, 'approve', acceptance);
    expect([reply.status, reply.body.code]).toEqual([409, 'not_holder']);
    expect(reply.body.params).toMatchObject({ holder_id: null, take_over: false, claim: true });
    expect(reply.body.title).toMatch(/Claim it where nobody does/);
    await hold(reviewer, id);
  });

  it('is forbidden to an auditor, who reads and changes nothing', async () => {
    const { id } = await ready();
    const auditor = await app.signIn('auditor');
    expect((await command(auditor, id, 'approve', acceptance)).status).toBe(403);
    expect((await dossierOf(auditor, id)).commands).toEqual([]);
  });

  it('trust 16: without a version 428, with an old one 412 and the newer dossier, by PUT 405 naming the commands', async () => {
    const { id, reviewer } = await ready();
    const path = `/api/applications/${id}`;
    expect((await reviewer.post(`${path}/approve`, acceptance)).status).toBe(428);
    const stale = await reviewer.post(`${path}/approve`, acceptance, { ifMatch: 1 });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ code: 'stale_version', current: { id, state: 'in_review' } });
    const put = await reviewer.raw('PUT', path, '{}', { headers: { 'content-type': 'application/json' } });
    expect(put.status).toBe(405);
    expect(JSON.stringify(put.body)).toContain('approve');
  });

  it('trust 15: of two decisions at once exactly one wins, the other gets the newer state', async () => {
    const { id, reviewer } = await ready();
    const { version } = await dossierOf(reviewer, id);
    const replies = await Promise.all([
      reviewer.post(`/api/applications/${id}/approve`, acceptance, { ifMatch: version }),
      reviewer.post(
        `/api/applications/${id}/reject`,
        { reasons: [{ code: 'conduct' }], letter },
        { ifMatch: version },
      ),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    const loser = replies.find(({ status }) => status === 412);
    expect(loser?.body.current.decision).not.toBeNull();
    expect(await app.services.db('decisions').where({ application_id: id }).count('* as n').first()).toEqual({
      n: 1,
    });
  });

  it('repeated under one key answers as the first time and decides once (trust 1)', async () => {
    const { id, reviewer } = await ready();
    const { version } = await dossierOf(reviewer, id);
    const send = () =>
      reviewer.post(`/api/applications/${id}/approve`, acceptance, { ifMatch: version, key: `k-${id}` });
    const first = await send();
    const second = await send();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
  });

  it('refuses outcomes that leave out a channel, refuse without a reason, or do not accept the primary', async () => {
    const { id, reviewer } = await ready();
    const bad = (channels: unknown) => command(reviewer, id, 'approve', { channels, letter });
    const codes = async (channels: unknown) => {
      const reply = await bad(channels);
      expect(reply.status).toBe(422);
      return reply.body.errors.map((one: { code: string }) => one.code);
    };
    expect(await codes({ cold_email_outbound: { outcome: 'accept' } })).toEqual(['missing']);
    expect(
      await codes({
        cold_email_outbound: { outcome: 'refuse', reason: 'no' },
        content_seo_inbound: { outcome: 'refuse' },
      }),
    ).toEqual(['primary_must_be_accepted', 'missing']);
    expect(await codes({ ...acceptance.channels, paid_search: { outcome: 'accept' } })).toEqual([
      'not_declared',
    ]);
  });

  it('refuses an empty letter and one in which a placeholder stands', async () => {
    const { id, reviewer } = await ready();
    const empty = await command(reviewer, id, 'approve', {
      ...acceptance,
      letter: { subject: 'x', body: ' ' },
    });
    expect(empty.status).toBe(422);
    const standing = await command(reviewer, id, 'approve', {
      ...acceptance,
      letter: { subject: 'x', body: 'Dear {{name}},' },
    });
    expect(standing.status).toBe(422);
    expect(standing.body.errors[0]).toMatchObject({ pointer: '/letter/body', code: 'unfilled_placeholder' });
  });
});
