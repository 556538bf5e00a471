import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { command, conduct, hold, inReview, setBand } from '../../support/desk.ts';
import { soundForm } from '../../support/forms.ts';

type Signed = Awaited<ReturnType<TestApp['signIn']>>;

let app: TestApp;
let ines: Signed;
let pavel: Signed;
let firms = 0;
beforeAll(async () => {
  app = await startTestApp();
  ines = await app.signIn('reviewer', 'Ines Marlow');
  pavel = await app.signIn('reviewer', 'Pavel Orr');
});
afterAll(() => app.stop());

const firm = () => {
  firms += 1;
  const { organisation } = soundForm();
  return inReview(app, {
    organisation: { ...organisation, trading_name: `Firm ${firms}`, web_domain: `firm-${firms}.example` },
  });
};
const home = async (who: Signed) => (await who.get('/api/home')).body;
const names = (list: { application: { trading_name: string } }[]) =>
  list.map((one) => one.application.trading_name);
const asked = {
  requests: [{ item: 'statement', words: 'Which two directories are these?' }],
};

describe('home', () => {
  it('says that nothing changed where nothing did', async () => {
    expect(await home(ines)).toMatchObject({
      left: false,
      answers: [],
      colleagues: [],
      decide: [],
      waiting: [],
      draft: null,
      week: { decided: 0, undone: 0, overturned: 0, waiting: 0 },
    });
  });

  it('shows what one holds, what one asked for and waits, and the half-written letter', async () => {
    const [mine, sent] = [await firm(), await firm()];
    await hold(ines, mine);
    await ines.post(`/api/applications/${mine}/save-draft`, {
      kind: 'reject',
      content: { reasons: [], letter: { subject: 'Our decision', body: '' } },
    });
    await hold(ines, sent);
    expect((await command(ines, sent, 'request-changes', asked)).status).toBe(200);
    const shown = await home(ines);
    expect(names(shown.decide)).toEqual(['Firm 1']);
    expect(shown.decide[0]).toMatchObject({ held: true, kind: 'application' });
    expect(shown.waiting).toMatchObject([{ for: 'applicant', application: { trading_name: 'Firm 2' } }]);
    expect(shown.draft).toMatchObject({ kind: 'reject', application: { id: mine } });
    expect(await home(pavel)).toMatchObject({ decide: [], waiting: [], draft: null });
  });

  it("shows a colleague's no to one's decision with the reason, and counts it in one's own week", async () => {
    const id = await firm();
    await setBand(app, id, 'pass');
    await hold(ines, id);
    const decided = await command(ines, id, 'reject', conduct);
    expect(decided.body.decision.state).toBe('awaiting_second');
    expect((await home(ines)).waiting).toContainEqual(
      expect.objectContaining({ for: 'second', until: null }),
    );
    expect((await home(ines)).week).toMatchObject({ decided: 1, waiting: 1 });
    const second = await home(pavel);
    expect(second.decide).toMatchObject([
      { kind: 'second_decision', held: false, application: { trading_name: 'Firm 3' } },
    ]);
    await hold(pavel, id);
    const reason = 'The quote is about another firm.';
    expect((await command(pavel, id, 'second', { agree: false, reason })).status).toBe(200);
    const shown = await home(ines);
    expect(shown.colleagues).toMatchObject([
      { step: 'declined', by: { name: 'Pavel Orr' }, reason, application: { trading_name: 'Firm 3' } },
    ]);
    expect(shown.week).toMatchObject({ decided: 1, overturned: 1, waiting: 0 });
    expect(names(shown.decide)).toContain('Firm 3');
  });

  it('counts from when the person was last here before', async () => {
    await app.services
      .db('sessions')
      .where({ person_id: ines.personId })
      .update({ created_at: app.services.db.raw("clock_timestamp() + interval '1 second'") });
    const { rows } = await app.services.db.raw(
      `insert into sessions (token_digest, id, person_id, csrf_digest, state, last_seen_at, absolute_until)
       values ('earlier', gen_random_uuid(), ?, 'x', 'full', clock_timestamp(), clock_timestamp() + interval '1 day')
       returning last_seen_at`,
      [ines.personId],
    );
    const shown = await home(ines);
    expect([shown.left, shown.since]).toEqual([true, rows[0].last_seen_at.toISOString()]);
    expect(shown.colleagues).toEqual([]);
  });

  it('is for those who review: others have no such page', async () => {
    for (const role of ['auditor', 'admin', 'account_manager'] as const)
      expect((await (await app.signIn(role)).get('/api/home')).status).toBe(403);
  });
});
