import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { soundForm, submitForm } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function letterTo(name: string) {
  const form = soundForm();
  await submitForm(app.anonymous(), {
    ...form,
    organisation: { ...form.organisation, trading_name: name, legal_name: name },
    responsible_person: { ...form.responsible_person, name },
  });
  const before = app.sent.length;
  await app.runJobs();
  expect(app.sent.length).toBe(before + 1);
  const mail = app.sent.at(-1);
  if (!mail) throw new Error('nothing was sent');
  return mail;
}

describe('what an applicant wrote, in a letter', () => {
  it('trust 42: a placeholder in a name is literal text and reaches for nothing', async () => {
    const mail = await letterTo('{{link}} {{statement}} Ltd');
    const links = mail.text.match(/#t=/g) ?? [];
    expect(links).toHaveLength(1);
    expect(mail.text).not.toContain('{{');
    expect(mail.html).not.toContain('{{');
  });

  it('trust 37, 42: markup in a name is literal text in the HTML, with no foreign picture or script', async () => {
    const mail = await letterTo('<img src=https://evil.example/x.png onerror=alert(1)><script>1</script>');
    expect(mail.html).toContain('&lt;img src=');
    expect(mail.html).not.toMatch(/<img|<script|<iframe|<link|url\(/i);
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it('trust 43: a line break in a name is refused before it can reach a header', async () => {
    const form = soundForm();
    const client = app.anonymous();
    const hostile = {
      ...form,
      responsible_person: { ...form.responsible_person, name: 'A\r\nBcc: everybody@evil.example' },
    };
    await expect(submitForm(client, hostile)).rejects.toThrow(/submit: 422.*responsible_person/);
  });
});
