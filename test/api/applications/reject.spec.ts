import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
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

type Found = { id: string; core: boolean; verdict: string; severity: string };
const mustJudge = (reading: { criteria: Found[]; red_flags: Found[] }): string[] => [
  ...reading.criteria
    .filter((one) => one.core && ['missing', 'contradicted'].includes(one.verdict))
    .map((one) => `criterion:${one.id}`),
  ...reading.red_flags.filter((one) => one.severity === 'blocking').map((one) => `flag:${one.id}`),
];
const judge = async (reviewer: Client, id: string, finding: string | undefined, confirmed: boolean) => {
  const reply = await command(reviewer, id, 'confirm-finding', { finding, confirmed });
  expect(reply.status).toBe(200);
};

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

  it('M7: is not offered before each core gap and blocking flag was judged on its own evidence, cited or not', async () => {
    const { id, reviewer, dossier } = await ready({ statement: thin, sourcing: noOptOut });
    const findings = mustJudge(dossier.reading);
    expect(findings.length).toBeGreaterThan(2);
    const waitsFor = findings.map((finding) => ({ code: 'finding_unconfirmed', params: { finding } }));
    expect(commandOf(dossier, 'reject')).toMatchObject({ allowed: false, blocked_by: waitsFor });
    const early = await command(reviewer, id, 'reject', conduct);
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ code: 'blocked', blocked_by: waitsFor });

    const [last, ...others] = findings;
    for (const finding of others) await judge(reviewer, id, finding, true);
    const still = await command(reviewer, id, 'reject', conduct);
    expect(still.body.blocked_by).toEqual([{ code: 'finding_unconfirmed', params: { finding: last } }]);
    expect((await dossierOf(reviewer, id)).state).toBe('in_review');
    await judge(reviewer, id, last, true);
    expect((await command(reviewer, id, 'reject', conduct)).status).toBe(200);
  });

  it('M7: rests on a core gap only where a person confirmed it; one put aside blocks nothing else', async () => {
    const { id, reviewer, dossier } = await ready({ statement: thin, sourcing: noOptOut });
    const findings = mustJudge(dossier.reading);
    const gap = findings.find((one) => one.startsWith('criterion:')) ?? '';
    for (const finding of findings) await judge(reviewer, id, finding, finding !== gap);
    const reasons = [{ code: 'core_gap', criterion: gap.replace('criterion:', '') }];
    const denied = await command(reviewer, id, 'reject', { reasons, letter });
    expect(denied.status).toBe(409);
    expect(denied.body.blocked_by).toEqual([{ code: 'finding_unconfirmed', params: { finding: gap } }]);
    expect(commandOf(await dossierOf(reviewer, id), 'reject')?.allowed).toBe(true);
    await judge(reviewer, id, gap, true);
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

  it('M7: refuses a reason that rests on nothing', async () => {
    const { id, reviewer } = await ready();
    const reasons = ['incoherent_statement', 'claims_not_credible', 'references_unusable'].map((code) => ({
      code,
    }));
    const reply = await command(reviewer, id, 'reject', { reasons, letter });
    expect([reply.status, reply.body.errors]).toEqual([
      422,
      [
        { pointer: '/reasons/0/quote', code: 'missing' },
        { pointer: '/reasons/1/claim_id', code: 'missing' },
        { pointer: '/reasons/2/quote', code: 'missing' },
      ],
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
