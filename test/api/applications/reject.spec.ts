import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import {
  command,
  commandOf,
  conduct,
  dossierOf,
  hold,
  inReview,
  letter,
  setBand,
} from '../../support/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const thin = 'We follow the law and all regulations. We buy lists from a broker and mail them all.';
const noOptOut = {
  description: 'Contact lists bought from a broker.',
  where_from: 'A broker sells us the lists.',
  how_current: 'The broker sends a new list when the old one is used up.',
  consent: 'We do not ask for consent.',
  safeguards: 'None so far.',
  walk_through: 'Buy the list, load it, send to everybody.',
};

async function ready(change = {}) {
  const id = await inReview(app, change);
  await setBand(app, id, 'reject');
  const reviewer = await app.signIn('reviewer');
  const dossier = await hold(reviewer, id);
  return { id, reviewer, dossier };
}

describe('a reviewer rejects an application', () => {
  it('with reason codes; the reasons, the letter and the rule books are kept with it', async () => {
    const { id, reviewer } = await ready();
    const reply = await command(reviewer, id, 'reject', conduct);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ state: 'rejected', decision: { kind: 'reject', state: 'scheduled' } });
    const after = await dossierOf(reviewer, id);
    expect(after.decision.reasons).toEqual([{ code: 'conduct' }]);
    expect(after.history[0].type).toMatch(/^(application|work_item)\./);
  });

  it('M7: only on core gaps that are there and that a person confirmed on their evidence', async () => {
    const { id, reviewer, dossier } = await ready({ statement: thin, sourcing: noOptOut });
    const gap = dossier.reading.criteria.find(
      (one: { core: boolean; verdict: string }) => one.core && one.verdict === 'missing',
    );
    const reasons = [{ code: 'core_gap', criterion: gap.id }];
    const early = await command(reviewer, id, 'reject', { reasons, letter });
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ code: 'blocked' });
    expect(early.body.blocked_by).toEqual([
      { code: 'finding_unconfirmed', params: { finding: `criterion:${gap.id}` } },
    ]);
    const denied = await command(reviewer, id, 'confirm-finding', {
      finding: `criterion:${gap.id}`,
      confirmed: false,
    });
    expect(denied.status).toBe(200);
    expect((await command(reviewer, id, 'reject', { reasons, letter })).status).toBe(409);
    await command(reviewer, id, 'confirm-finding', { finding: `criterion:${gap.id}`, confirmed: true });
    expect((await command(reviewer, id, 'reject', { reasons, letter })).status).toBe(200);
  });

  it('refuses a criterion that is no gap, a quote that is not theirs, and rounds that are not used up', async () => {
    const { id, reviewer } = await ready();
    const reply = await command(reviewer, id, 'reject', {
      reasons: [
        { code: 'core_gap', criterion: 'security' },
        { code: 'core_gap' },
        { code: 'incoherent_statement', quote: 'words nobody wrote' },
        { code: 'incomplete_after_rounds' },
        { code: 'claims_not_credible', claim_id: '00000000-0000-7000-8000-000000000000' },
      ],
      letter,
    });
    expect(reply.status).toBe(422);
    expect(
      reply.body.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code]),
    ).toEqual([
      ['/reasons/0/criterion', 'not_found_in_reading'],
      ['/reasons/1/criterion', 'missing'],
      ['/reasons/2/quote', 'not_the_applicants_words'],
      ['/reasons/3/code', 'rounds_left'],
      ['/reasons/4/claim_id', 'not_of_this_application'],
    ]);
    expect((await dossierOf(reviewer, id)).state).toBe('in_review');
  });

  it('takes a quote exactly as the applicant wrote it', async () => {
    const { id, reviewer } = await ready();
    const reasons = [{ code: 'incoherent_statement', quote: 'Every mail has an unsubscribe link' }];
    expect((await command(reviewer, id, 'reject', { reasons, letter })).status).toBe(200);
  });

  it('trust 25: refuses unknown members, and trust 18: a second rejection names the state', async () => {
    const { id, reviewer } = await ready();
    expect((await command(reviewer, id, 'reject', { ...conduct, state: 'rejected' })).status).toBe(422);
    await command(reviewer, id, 'reject', conduct);
    const again = await command(reviewer, id, 'reject', conduct);
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'wrong_state', params: { state: 'rejected' } });
  });

  it('is shown as a command with what it waits for', async () => {
    const { id, reviewer } = await ready();
    expect(commandOf(await dossierOf(reviewer, id), 'reject')).toMatchObject({
      allowed: true,
      blocked_by: [],
    });
    const other = await app.signIn('reviewer');
    expect(commandOf(await dossierOf(other, id), 'reject')?.blocked_by[0]?.code).toBe('not_holder');
  });

  it('is reopened by an officer on new evidence once it is final, by nobody else', async () => {
    const { id, reviewer } = await ready();
    await command(reviewer, id, 'reject', conduct);
    await command(reviewer, id, 'send-now');
    expect((await command(reviewer, id, 'reopen', { reason: 'They sent the contract.' })).status).toBe(409);
    const officer = await app.signIn('compliance_officer');
    expect((await command(officer, id, 'reopen', { reason: 'They sent the contract.' })).status).toBe(200);
    const after = await dossierOf(officer, id);
    expect(after).toMatchObject({ state: 'in_review', item: { state: 'waiting' } });
  });
});

describe('reopening with a conflict of interest', () => {
  it('is refused, also when no work on it is open any more', async () => {
    const { id, reviewer } = await ready();
    const officer = await app.signIn('compliance_officer');
    const { item } = await dossierOf(officer, id);
    await officer.post(
      `/api/work-items/${item.id}/declare-conflict`,
      { reason: 'A friend of mine owns it.' },
      { ifMatch: item.version },
    );
    await command(reviewer, id, 'reject', conduct);
    await command(reviewer, id, 'send-now');
    const reply = await command(officer, id, 'reopen', { reason: 'New papers.' });
    expect([reply.status, reply.body.code]).toEqual([403, 'own_involvement']);
  });
});
