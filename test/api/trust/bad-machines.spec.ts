import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { intakeForm } from '../../support/forms.ts';
import { intakeKey } from './machines.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('what a machine sends wrong', () => {
  it('a machine is told every wrong field at once, and nothing is taken', async () => {
    const machine = app.withKey(await intakeKey(app));
    const form = intakeForm();
    const reply = await machine.post(
      '/api/intake/applications',
      {
        external_id: 'bad-1',
        locale: 'en',
        form: {
          ...form,
          organisation: { ...form.organisation, web_domain: 'javascript:alert(1)', country: 'Germany' },
          references: [form.references[0]],
          statement: '   ',
          confirmed: false,
          tier: 'compliance_verified_expert',
        },
      },
      { key: 'bad-1' },
    );
    expect([reply.status, reply.body.code]).toEqual([422, 'invalid_input']);
    expect(reply.body.errors.map((one: { pointer: string }) => one.pointer).sort()).toEqual([
      '/form/confirmed',
      '/form/organisation/country',
      '/form/organisation/web_domain',
      '/form/references',
      '/form/statement',
      '/form/tier',
    ]);
    expect(await app.services.db('applications').where({ external_id: 'bad-1' })).toEqual([]);
  });

  it.each([
    ['a negative cost', { cpl_minor: -1 }],
    ['a cost that is no whole number of cents', { cpl_minor: 0.5 }],
    ['a cost beyond counting', { cpl_minor: 1e20 }],
    ['a rate above a hundred', { qualified_lead_rate: 101 }],
    ['a rate as text', { qualified_lead_rate: '32' }],
    ['a currency nobody has', { currency: 'XX' }],
    ['an unknown channel', { channel: 'carrier_pigeon' }],
    ['a time that ends before it begins', { timeframe: { from: '2025-12', to: '2025-01' } }],
    ['a month that is none', { timeframe: { from: '2025-13', to: '2025-14' } }],
  ])('a machine that claims %s is refused by pointer', async (what, change) => {
    const machine = app.withKey(await intakeKey(app));
    const form = intakeForm();
    const [first, ...rest] = form.case_studies;
    const case_studies = [{ ...first, figures: { ...first?.figures, ...change } }, ...rest];
    const reply = await machine.post(
      '/api/intake/applications',
      { locale: 'en', form: { ...form, case_studies } },
      { key: 'figures' },
    );
    expect([what, reply.status, reply.body.code]).toEqual([what, 422, 'invalid_input']);
    expect(reply.body.errors[0].pointer).toMatch(/^\/form\/case_studies\/0\/figures/);
  });
});
