import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openPerson, type Person } from '../support/browser.ts';
import { command, conduct, dossierOf, hold, inReview } from '../support/desk.ts';
import { soundForm } from '../support/forms.ts';

const own = ' These are my own words.';
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

  const found = async (name: string): Promise<string> => {
    const { body } = await client.get(`/api/applications?filter={"q":"${name}"}`);
    return body[0].id;
  };

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

  it('trust 15, 16: a stale tab is shown the newer state, keeps the letter it holds, and overwrites nothing', async () => {
    const id = await found('Duddon');
    const stale = await openPerson(browser, { baseURL: app.url, session: client.cookie ?? '' });
    // A connection that was lost: nothing tells this tab of what happens elsewhere.
    await stale.context.route('**/api/live**', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: ': lost\n\n' }),
    );
    await hold(client, id);
    const { page } = stale;
    await page.goto(`/#/applications/${id}/show`);
    await page.getByText(/of \d+ met/).waitFor();
    await page.keyboard.press('a');
    await page.getByText('From the template').waitFor();
    const letter = page.getByRole('textbox', { name: 'Text' });
    await letter.press('End');
    await page.keyboard.type(own);
    await page.getByText('Draft kept').waitFor();

    const lead = await app.signIn('lead', 'Lea Brandt');
    const { item } = await dossierOf(lead, id);
    const reason = { reason: 'Ines is ill.' };
    await lead.post(`/api/work-items/${item.id}/take-over`, reason, { ifMatch: item.version });
    const decided = await command(lead, id, 'reject', conduct);
    expect(decided.status).toBe(200);

    await page.keyboard.press('Control+Enter');
    await page.getByText(/Somebody changed this meanwhile/).waitFor();
    await page
      .getByText(/Lea Brandt/)
      .first()
      .waitFor();
    expect(await letter.inputValue()).toContain(own);
    const decisions = await app.services.db('decisions').where({ application_id: id });
    expect(decisions.map(({ kind, decided_by }) => [kind, decided_by])).toEqual([['reject', lead.personId]]);
    const drafts = (await dossierOf(client, id)).drafts.map((one: { kind: string }) => one.kind);
    expect(drafts).toContain('approve');
    expect(stale.complaints.filter((line) => !line.includes('412'))).toEqual([]);
  });
});
