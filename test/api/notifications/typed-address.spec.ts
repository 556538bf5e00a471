import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { startDraft } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a letter to an address anybody may have typed', () => {
  const bait = 'You won 500 EUR, call +44 117 496 0123 or see advert.example';

  it('trust 42: the link to a draft carries nothing else that was typed', async () => {
    const applicant = app.anonymous();
    await startDraft(applicant);
    const document = {
      responsible_person: { name: bait, email: 'victim@elsewhere.example' },
      organisation: { trading_name: bait, legal_name: bait },
    };
    expect((await applicant.post('/api/portal/application/save', { document, saves: 1 })).status).toBe(200);
    const asked = await applicant.post('/api/portal/send-link', {
      email: 'victim@elsewhere.example',
    });
    expect(asked.status).toBeLessThan(300);
    await app.runJobs();
    expect(app.sent.at(-1)?.to.address).toBe('victim@elsewhere.example');
    expect(JSON.stringify(app.sent.at(-1))).not.toMatch(/500 EUR|advert\.example/);
  });

  it('trust 42: nor does the new link to one', async () => {
    expect(
      (await app.anonymous().post('/api/portal/new-link', { email: 'victim@elsewhere.example' })).status,
    ).toBe(202);
    const before = app.sent.length;
    await app.runJobs();
    expect(app.sent.length).toBe(before + 1);
    expect(JSON.stringify(app.sent.at(-1))).not.toMatch(/500 EUR|advert\.example/);
  });
});
