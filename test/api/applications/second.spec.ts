import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import {
  acceptance,
  command,
  commandOf,
  conduct,
  dossierOf,
  hold,
  inReview,
  setBand,
} from '../../support/desk.ts';
import { emptyQueue } from '../../support/queue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function awaited(band: 'pass' | 'reject') {
  const id = await inReview(app);
  await setBand(app, id, band);
  const first = await app.signIn('reviewer');
  await hold(first, id);
  const reply = await (band === 'reject'
    ? command(first, id, 'approve', acceptance)
    : command(first, id, 'reject', conduct));
  return { id, first, reply };
}

describe('a decision against the band', () => {
  it('waits for a second person, as work of its own; the application stays in review (M7)', async () => {
    const { id, first, reply } = await awaited('reject');
    expect(reply.body).toMatchObject({
      state: 'in_review',
      decision: { state: 'awaiting_second', second_reasons: ['against_band_reject'], final_at: null },
    });
    const shown = await dossierOf(first, id);
    expect(shown.item).toMatchObject({ kind: 'second_decision', state: 'waiting', eligible: false });
    expect(shown.item.why_not).toMatch(/own_involvement|nobody_eligible/);
    expect(commandOf(shown, 'second')?.blocked_by.map(({ code }) => code)).toContain(
      'second_person_required',
    );
    const claim = await first.post(
      `/api/work-items/${shown.item.id}/claim`,
      {},
      { ifMatch: shown.item.version },
    );
    expect([claim.status, claim.body.code]).toEqual([403, 'own_involvement']);
  });

  it('is scheduled when another person agrees, and becomes final with the letter of the first', async () => {
    const { id } = await awaited('pass');
    const second = await app.signIn('reviewer');
    await hold(second, id);
    const reply = await command(second, id, 'second', { agree: true });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ state: 'rejected', decision: { state: 'scheduled' } });
    expect(reply.body.decision.second_by.id).toBe(second.personId);
    expect((await dossierOf(second, id)).item).toBeNull();
    await app.moveClock({ minutes: 11 });
    await app.runJobs('applications.finalise_due');
    expect((await dossierOf(second, id)).decision.state).toBe('final');
  });

  it('goes back to the queue when declined, kept for its first decider', async () => {
    const { id, first } = await awaited('reject');
    const second = await app.signIn('compliance_officer');
    await hold(second, id);
    const reply = await command(second, id, 'second', { agree: false, reason: 'The gap is real.' });
    expect(reply.body).toMatchObject({ state: 'in_review', decision: { state: 'declined' } });
    const shown = await dossierOf(first, id);
    expect(shown.item).toMatchObject({
      kind: 'application',
      state: 'waiting',
      preferred: { id: first.personId },
    });
    expect(commandOf(shown, 'second')).toBeUndefined();
    expect((await hold(first, id)).item.holder.id).toBe(first.personId);
  });

  it('needs a reason to be declined, and the work item to be held', async () => {
    const { id } = await awaited('reject');
    const second = await app.signIn('reviewer');
    const free = await command(second, id, 'second', { agree: true });
    expect([free.status, free.body.code]).toEqual([409, 'not_holder']);
    await hold(second, id);
    expect((await command(second, id, 'second', { agree: false })).status).toBe(422);
  });

  it('blocks every other decision while it stands, and its decider may take it back', async () => {
    const { id, first } = await awaited('reject');
    const other = await command(first, id, 'reject', conduct);
    expect(other.body.params.blocked_by).toContain('decision_standing');
    const undone = await command(first, id, 'undo', {});
    expect(undone.body).toMatchObject({ state: 'in_review', decision: { state: 'undone' } });
    const shown = await dossierOf(first, id);
    expect(shown.items).toHaveLength(1);
    expect(shown.item).toMatchObject({
      kind: 'application',
      state: 'claimed',
      holder: { id: first.personId },
    });
  });

  it('of two second people at once exactly one decides (trust 15)', async () => {
    const { id } = await awaited('reject');
    const second = await app.signIn('reviewer');
    const { version } = await hold(second, id);
    const replies = await Promise.all([
      second.post(`/api/applications/${id}/second`, { agree: true }, { ifMatch: version }),
      second.post(`/api/applications/${id}/second`, { agree: false, reason: 'No.' }, { ifMatch: version }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  describe('is for somebody who never held it, however briefly (M7)', () => {
    const giveBack = async (client: Awaited<ReturnType<typeof app.signIn>>, id: string) => {
      const { item } = await dossierOf(client, id);
      const reply = await client.post(`/api/work-items/${item.id}/release`, {}, { ifMatch: item.version });
      expect(reply.status).toBe(200);
    };
    const decide = async (id: string) => {
      await setBand(app, id, 'reject');
      const first = await app.signIn('reviewer');
      await hold(first, id);
      expect((await command(first, id, 'approve', acceptance)).status).toBe(200);
    };
    const refused = async (client: Awaited<ReturnType<typeof app.signIn>>, id: string) => {
      const { item } = await dossierOf(client, id);
      expect(item).toMatchObject({ kind: 'second_decision', eligible: false });
      expect(item.why_not).toMatch(/own_involvement|nobody_eligible/);
      const claim = await client.post(`/api/work-items/${item.id}/claim`, {}, { ifMatch: item.version });
      expect([claim.status, claim.body.params.why]).toEqual([403, 'own_involvement']);
    };

    it('not by claiming and giving back', async () => {
      const id = await inReview(app);
      const once = await app.signIn('reviewer');
      await hold(once, id);
      await giveBack(once, id);
      await decide(id);
      await refused(once, id);
    });

    it('not by being given it as the next, nor by taking it over', async () => {
      await emptyQueue(app);
      const id = await inReview(app);
      const [once, lead] = [await app.signIn('reviewer'), await app.signIn('lead')];
      const next = await once.post('/api/work-items/start-next', {});
      expect(next.body.item.subject.id).toBe(id);
      const reason = { reason: 'The colleague is away.' };
      const { item } = await dossierOf(lead, id);
      await lead.post(`/api/work-items/${item.id}/take-over`, reason, { ifMatch: item.version });
      await giveBack(lead, id);
      await decide(id);
      await refused(once, id);
      await refused(lead, id);
    });
  });
});
