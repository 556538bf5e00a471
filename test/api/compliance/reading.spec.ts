import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { command, dossierOf, hold, inReview } from '../../support/desk.ts';

let app: TestApp;
let reviewer: Client & { personId: string };
beforeAll(async () => {
  app = await startTestApp();
  reviewer = await app.signIn('reviewer');
});
afterAll(() => app.stop());

const thin =
  'We send many mails to many people. We care about quality and follow the rules wherever we work. '.repeat(
    2,
  );

describe('a statement is read once it was handed in (M17, M18)', () => {
  it('every piece of evidence stands where it says, in the statement and in the answer it came from', async () => {
    const dossier = await dossierOf(reviewer, await inReview(app));
    expect(dossier.reading).toMatchObject({ state: 'read', language: 'en', rubric_version: '1.0' });
    expect(dossier.reading.score_floor).toBe(Math.floor(dossier.reading.score));
    const all = [...dossier.reading.criteria, ...dossier.reading.red_flags].flatMap((one) => one.evidence);
    expect(all.length).toBeGreaterThan(5);
    for (const one of all) {
      const text = one.field === 'statement' ? dossier.statement_text : dossier.sourcing_text;
      expect(text.slice(one.start, one.end)).toBe(one.quote);
      if (one.part)
        expect(one.quote).toContain(dossier.form.sourcing[one.part].slice(one.part_start, one.part_end));
    }
    expect(all.some((one) => one.part)).toBe(true);
  });

  it('each criterion has its verdict, weight and area, core ones marked; those met have evidence', async () => {
    const { reading } = await dossierOf(reviewer, await inReview(app));
    for (const one of reading.criteria) {
      expect(['met', 'partial', 'missing', 'contradicted']).toContain(one.verdict);
      if (one.verdict === 'met') expect([one.id, one.evidence.length > 0]).toEqual([one.id, true]);
    }
    expect(reading.criteria.some((one: { core: boolean }) => one.core)).toBe(true);
  });

  it('a language that is not read is for people, never a zero', async () => {
    const polish =
      'Wysyłamy wiadomości do osób kontaktowych w firmach i przechowujemy źródło każdego adresu. Każda wiadomość zawiera możliwość rezygnacji, a prośby wykonujemy w ciągu jednego dnia. Dane usuwamy po dwunastu miesiącach, a dostęp mają tylko uprawnione osoby.';
    const sourcing = {
      description: polish,
      where_from: polish,
      how_current: polish,
      consent: polish,
      safeguards: polish,
      walk_through: polish,
    };
    const dossier = await dossierOf(reviewer, await inReview(app, { statement: polish, sourcing }));
    expect(dossier.reading).toMatchObject({
      state: 'not_read',
      band: 'review',
      score: null,
      criteria: [],
      red_flags: [],
    });
    expect(dossier.score_floor).toBeNull();
    const item = await app.services.db('work_items').where({ subject_id: dossier.id }).first();
    expect(item?.language).toBe('und');
  });

  it('a finding is confirmed by the holder on its own evidence, and only one that exists', async () => {
    const id = await inReview(app, { statement: thin });
    await hold(reviewer, id);
    const { reading } = await dossierOf(reviewer, id);
    const gap = reading.criteria.find((one: { verdict: string }) => one.verdict === 'missing');
    const finding = `criterion:${gap.id}`;
    const confirmed = await command(reviewer, id, 'confirm-finding', { finding, confirmed: true });
    expect(confirmed.status).toBe(200);
    const after = await dossierOf(reviewer, id);
    expect(after.reading.confirmations).toMatchObject([
      { finding, confirmed: true, person: { id: reviewer.personId } },
    ]);
    await command(reviewer, id, 'confirm-finding', { finding, confirmed: false });
    expect((await dossierOf(reviewer, id)).reading.confirmations).toMatchObject([
      { finding, confirmed: false },
    ]);
    const unknown = await command(reviewer, id, 'confirm-finding', {
      finding: 'flag:no_such_flag',
      confirmed: true,
    });
    expect(unknown.status).toBeGreaterThanOrEqual(404);
  });

  it('near-copies of a statement and equal contacts are shown as matches (M12)', async () => {
    const first = await inReview(app, {
      statement: `${thin} Our lists come from trade fairs that we visit ourselves in the spring and in the autumn of each year, and from nowhere else at all.`,
    });
    const second = await inReview(app, {
      statement: `${thin} Our lists come from trade fairs that we visit ourselves in the spring and in the autumn of each year, and from nowhere else but there.`,
    });
    const { matches } = await dossierOf(reviewer, second);
    const kinds = matches
      .filter((one: { application: { id: string } }) => one.application.id === first)
      .map((one: { kind: string }) => one.kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['statement', 'domain', 'phone', 'register_number', 'person']),
    );
    expect(kinds).not.toContain('statement_near');
  });
});
