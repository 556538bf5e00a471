import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finaliseDecision } from '../../../server/applications/service/finalise.ts';
import { systemActor } from '../../../server/kernel/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { acceptance, command, commandOf, dossierOf, hold, inReview, setBand } from '../../support/desk.ts';
import { soundForm } from '../../support/forms.ts';

let app: TestApp;
let reviewer: Client & { personId: string };
beforeAll(async () => {
  app = await startTestApp();
  reviewer = await app.signIn('reviewer');
});
afterAll(() => app.stop());

/** An application whose first claim is this many cents per form submission, on paid search for software in the US. */
async function claiming(cents: number) {
  const case_studies = soundForm().case_studies.map((study) => ({
    ...study,
    figures: {
      ...study.figures,
      channel: 'paid_search' as const,
      lead_definition: 'form_submission' as const,
      cost_basis: 'media_only' as const,
      cpl_minor: cents,
    },
  }));
  const id = await inReview(app, { case_studies });
  const shown = await hold(reviewer, id);
  const [claim] = shown.claims;
  const cpl = claim.verdicts.find((one: { metric: string }) => one.metric === 'cpl');
  const blocked = commandOf(shown, 'approve')?.blocked_by.map(({ code }) => code) ?? [];
  return { worst: claim.worst_verdict, cpl, blocked };
}

describe('the lines of a claim against the server, to the cent', () => {
  it('M38, M39: at the line it asks and a cent above it does not; at the second line approval is not offered', async () => {
    const { cpl: usual } = await claiming(20_000);
    expect(usual.verdict).toBe('plausible');
    const spread = Math.log(usual.norm / usual.asks_below) / 2;
    const two = Math.floor(usual.asks_below * 100);
    const three = Math.floor(usual.norm * Math.exp(-3 * spread) * 100);

    expect((await claiming(two + 1)).cpl.verdict).toBe('plausible');
    const asks = await claiming(two);
    expect([asks.cpl.verdict, asks.cpl.z <= -2, asks.blocked]).toEqual(['ask', true, []]);
    expect(asks.cpl.z).toBeCloseTo(-2, 2);

    const below = await claiming(three + 1);
    expect([below.cpl.verdict, below.cpl.z > -3, below.blocked]).toEqual(['ask', true, []]);
    const far = await claiming(three);
    expect([far.worst, far.cpl.z <= -3]).toEqual(['second_reviewer', true]);
    expect(far.blocked).toContain('claim_second_reviewer');
  });
});

describe('the minute a decision is final', () => {
  it('is the tenth and none before it, however often and early the job runs', async () => {
    const id = await inReview(app);
    await setBand(app, id, 'pass');
    await hold(reviewer, id);
    await command(reviewer, id, 'approve', acceptance);
    const finalise = () =>
      app.services.run({ actor: systemActor('applications.finalise_decision') }, (uow) =>
        finaliseDecision(uow, id),
      );
    const stands = async () => {
      const { decision, specialist_id } = await dossierOf(reviewer, id);
      return [decision.state, specialist_id !== null];
    };
    expect(await finalise()).toBe(false);
    await app.moveClock({ minutes: 9, seconds: 30 });
    expect(await finalise()).toBe(false);
    expect(await stands()).toEqual(['scheduled', false]);
    expect((await app.services.db('mails').where({ subject_id: id, template: 'approved' })).length).toBe(0);
    await app.moveClock({ seconds: 31 });
    expect(await finalise()).toBe(true);
    expect(await finalise()).toBe(false);
    expect(await stands()).toEqual(['final', true]);
  });
});

describe('the day an unanswered application lapses (M14)', () => {
  it('is the twenty-first, not a minute before it', async () => {
    const id = await inReview(app);
    await hold(reviewer, id);
    await command(reviewer, id, 'request-changes', { requests: [{ item: 'statement', words: 'Say more.' }] });
    const state = async () => {
      await app.runJobs('applications.lapse_applications');
      return (await dossierOf(reviewer, id)).state;
    };
    await app.moveClock({ days: 20, hours: 23, minutes: 58 });
    expect(await state()).toBe('changes_requested');
    await app.moveClock({ minutes: 3 });
    expect(await state()).toBe('lapsed');
  });
});
