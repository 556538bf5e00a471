import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openPerson, type Person } from '../support/browser.ts';
import { inReview } from '../support/desk.ts';
import { soundForm } from '../support/forms.ts';

const names = ['Alderholt', 'Brackenfell', 'Coombe Street', 'Duddon'];

describe('two people work on the same queue', () => {
  let app: TestApp;
  let browser: Browser;
  let one: Person;
  let other: Person;
  let client: Awaited<ReturnType<TestApp['signIn']>>;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
    for (const trading_name of names) {
      const domain = `${trading_name.toLowerCase().replace(' ', '-')}.example`;
      const { organisation } = soundForm();
      await inReview(app, { organisation: { ...organisation, trading_name, web_domain: domain } });
    }
    client = await app.signIn('reviewer', 'Ines Marlow');
    const second = await app.signIn('reviewer', 'Pavel Orr');
    one = await openPerson(browser, { baseURL: app.url, session: client.cookie ?? '' });
    other = await openPerson(browser, { baseURL: app.url, session: second.cookie ?? '' });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const opened = async (page: Page) => {
    const heading = page.getByRole('heading', { level: 1, name: new RegExp(names.join('|')) });
    await heading.waitFor({ timeout: 10_000 });
    return heading.textContent();
  };

  it('gives each of them another item when both press n (M44)', async () => {
    await Promise.all([one, other].map(({ page }) => page.goto('/')));
    await Promise.all([one, other].map(({ page }) => page.getByText('4 items wait').waitFor()));
    await Promise.all([one, other].map(({ page }) => page.keyboard.press('n')));
    const [first, second] = await Promise.all([opened(one.page), opened(other.page)]);
    expect(names).toContain(first);
    expect(names).toContain(second);
    expect(first).not.toBe(second);
    expect([...one.complaints, ...other.complaints]).toEqual([]);
  });

  it('shows the claim of one to the other within two seconds, without a reload', async () => {
    await other.page.goto('/#/work-items');
    const row = other.page.getByRole('row').filter({ hasText: 'Coombe Street' });
    await row.waitFor();
    const { body } = await client.get('/api/work-items?filter={"q":"Coombe"}');
    const [item] = body;
    const claimed = await client.post(`/api/work-items/${item.id}/claim`, {}, { ifMatch: item.version });
    expect(claimed.status).toBe(200);
    await row.getByText('Ines Marlow').waitFor({ timeout: 2_000 });
    expect(other.complaints).toEqual([]);
  });
});
