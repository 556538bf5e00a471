import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, commandOf, dossierOf, hold, inReview, setBand } from '../../support/desk.ts';
import { soundForm } from '../../support/forms.ts';

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

describe('an approval that is not offered', () => {
  it('M39: is not offered while a claim fails arithmetic, until a second reviewer lets it stand with a reason', async () => {
    const form = soundForm();
    const [first, ...rest] = form.case_studies;
    if (!first) throw new Error('the form has case studies');
    const broken = { ...first, figures: { ...first.figures, qualified_lead_rate: 10, sql_rate: 60 } };
    const far = { ...broken, figures: { ...broken.figures, spend_minor: 100, lead_count: 1_000_000 } };
    const id = await inReview(app, { case_studies: [far, ...rest] });
    await setBand(app, id, 'pass');
    const reviewer = await app.signIn('reviewer');
    const shown = await hold(reviewer, id);
    expect(commandOf(shown, 'approve')?.blocked_by[0]?.code).toMatch(/^claim_/);
    const refused = await command(reviewer, id, 'approve', acceptance);
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('blocked');
    const claim = shown.claims.find((one: { worst_verdict: string }) => one.worst_verdict === 'arithmetic');
    const stand = { claim_id: claim.id, reason: 'The client counts in another way; the contract shows it.' };
    expect((await command(reviewer, id, 'let-claim-stand', stand)).body.code).toBe('second_person_required');
    const second = await app.signIn('reviewer');
    expect((await command(second, id, 'let-claim-stand', stand)).status).toBe(200);
    expect((await command(reviewer, id, 'approve', acceptance)).status).toBe(200);
  });

  it('trust 19: nobody approves their own submission', async () => {
    const reviewer = await app.signIn('reviewer');
    const own = await app.services.db('persons').where({ id: reviewer.personId }).first('email');
    const form = soundForm();
    const id = await inReview(app, {
      responsible_person: { ...form.responsible_person, email: own?.email ?? '' },
    });
    const { item } = await dossierOf(reviewer, id);
    expect(item.eligible).toBe(false);
    // the whole desk of this test has its mailboxes at one domain
    expect(item.why_not).toMatch(/conflict_of_interest|nobody_eligible/);
    const claim = await reviewer.post(`/api/work-items/${item.id}/claim`, {}, { ifMatch: item.version });
    expect(claim.status).toBe(403);
    expect((await command(reviewer, id, 'approve', acceptance)).status).toBe(403);
  });

  it('is not offered when the language was not read: people have to read it first', async () => {
    const { id, reviewer } = await ready();
    const { reading } = await dossierOf(reviewer, id);
    await app.services.db('applications').where({ id }).update({ score_id: null });
    const reply = await command(reviewer, id, 'approve', acceptance);
    expect(reply.body.params.blocked_by).toContain('not_yet_read');
    expect(reading.state).toBe('read');
  });
});
