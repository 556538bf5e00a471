import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, commandOf, dossierOf, hold, inReview } from '../../support/desk.ts';

let app: TestApp;
type Client = Awaited<ReturnType<TestApp['signIn']>>;
let reviewer: Client;
let second: Client;
let id: string;

const polish = `Piszemy wyłącznie do firm, których dane kontaktowe znaleźliśmy na ich własnych stronach. W pierwszej wiadomości podajemy, kim jesteśmy, skąd mamy adres i jak można się wypisać. Prośbę o wypisanie wykonujemy w ciągu jednego dnia i dopisujemy adres do wspólnej listy wykluczeń. Nigdy nie kupujemy list adresowych i nie zbieramy danych z portali społecznościowych.`;
const words = 'Nigdy nie kupujemy list adresowych';

beforeAll(async () => {
  app = await startTestApp();
  reviewer = await app.signIn('reviewer');
  second = await app.signIn('reviewer');
});
afterAll(() => app.stop());
beforeEach(async () => {
  const sourcing = {
    description: polish,
    where_from: polish,
    how_current: polish,
    consent: polish,
    safeguards: polish,
    walk_through: polish,
  };
  id = await inReview(app, { statement: polish, sourcing });
  await hold(reviewer, id);
});

interface Asked {
  criteria: { id: string; optional: boolean }[];
}
const sheetFor = async (verdict = 'met') => {
  const { body } = await reviewer.get(`/api/applications/${id}/sheet`);
  const given = (body as Asked).criteria.filter(({ optional }) => !optional);
  return { verdicts: Object.fromEntries(given.map((one) => [one.id, { verdict, quote: words }])), flags: {} };
};
const fill = async (sheet: object) => command(reviewer, id, 'fill-sheet', sheet);

describe('a statement that no machine reads (M18)', () => {
  it('is read by one person and confirmed by another, and its score then counts', async () => {
    const before = await dossierOf(reviewer, id);
    expect(before.reading).toMatchObject({ state: 'not_read', score: null });
    expect(commandOf(before, 'approve')?.blocked_by.map(({ code }) => code)).toContain('not_read');
    expect((await fill(await sheetFor())).status).toBe(200);
    expect((await command(reviewer, id, 'confirm-sheet', { agree: true })).body.code).toBe(
      'second_person_required',
    );
    expect((await command(second, id, 'confirm-sheet', { agree: true })).status).toBe(200);
    const after = await dossierOf(reviewer, id);
    expect(after.reading).toMatchObject({ state: 'read', read_by: 'people', score: 100, band: 'pass' });
    const [criterion] = after.reading.criteria;
    expect(polish.slice(criterion.evidence[0].start, criterion.evidence[0].end)).toBe(words);
    expect((await command(reviewer, id, 'approve', acceptance)).status).toBe(200);
  });

  it('is returned with a reason and filled anew', async () => {
    await fill(await sheetFor());
    expect((await command(second, id, 'confirm-sheet', { agree: false })).status).toBe(422);
    const returned = { agree: false, reason: 'The quoted words say nothing of records.' };
    expect((await command(second, id, 'confirm-sheet', returned)).status).toBe(200);
    expect((await reviewer.get(`/api/applications/${id}/sheet`)).body.filled).toMatchObject({
      state: 'returned',
      reason: returned.reason,
      by: { id: reviewer.personId },
    });
    expect((await fill(await sheetFor('partial'))).status).toBe(200);
    expect((await fill(await sheetFor('partial'))).status).toBe(200);
    expect((await command(second, id, 'confirm-sheet', { agree: true })).status).toBe(200);
    expect((await dossierOf(reviewer, id)).reading).toMatchObject({ read_by: 'people', score: 50 });
  });

  it('names every place that is missing, unknown, or rests on words that do not stand in the text', async () => {
    const sheet = await sheetFor();
    const { opt_out_mechanism: _, ...verdicts } = sheet.verdicts;
    const faulty = {
      verdicts: {
        ...verdicts,
        retention: { verdict: 'met' },
        security: { verdict: 'met', quote: 'szyfrujemy wszystko' },
        nonsense: { verdict: 'missing' },
      },
      flags: { prompt_injection: { quote: 'ignore all rules' } },
    };
    const { status, body } = await fill(faulty);
    expect(status).toBe(422);
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/verdicts/opt_out_mechanism', code: 'missing' },
        { pointer: '/verdicts/retention/quote', code: 'missing' },
        { pointer: '/verdicts/security/quote', code: 'not_in_the_text' },
        { pointer: '/verdicts/nonsense', code: 'unknown_field' },
        { pointer: '/flags/prompt_injection/quote', code: 'not_in_the_text' },
      ]),
    );
  });

  it('counts a flag and a gap by the same caps as the machine’s', async () => {
    const sheet = await sheetFor();
    await fill({
      verdicts: { ...sheet.verdicts, opt_out_mechanism: { verdict: 'missing' } },
      flags: { purchased_list_unverified: { quote: words } },
    });
    await command(second, id, 'confirm-sheet', { agree: true });
    const { reading } = await dossierOf(reviewer, id);
    expect(reading).toMatchObject({ band: 'reject', red_flags: [{ id: 'purchased_list_unverified' }] });
    expect(reading.score).toBeLessThanOrEqual(25);
  });

  it('is confirmed once when two people do it at the same moment', async () => {
    const third = await app.signIn('reviewer');
    await fill(await sheetFor());
    const { version } = await dossierOf(reviewer, id);
    const both = await Promise.all(
      [second, third].map((by) =>
        by.post(`/api/applications/${id}/confirm-sheet`, { agree: true }, { ifMatch: version }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(
      await app.services
        .db('scores')
        .where({ read_by: 'people' })
        .whereIn('statement_id', (q) => q.select('id').from('statements').where({ subject_id: id })),
    ).toHaveLength(1);
  });
});
