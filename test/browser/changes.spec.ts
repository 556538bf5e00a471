import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { expectAccessible, launchBrowser, openPerson, type Person } from '../support/browser.ts';
import { soundForm, submitForm } from '../support/forms.ts';
import { atStep, saved } from './applicant.ts';
import { focused, pressTo, tabTo, until } from './keyboard.ts';

const words = 'Which two directories are these, and since when do you use them?';
const asked = 'Where does the data come from?';
const answer = 'The registers of each country, and Trade Pages and Dun Directory since January 2023.';

describe('changes are asked for, made and looked at', () => {
  let app: TestApp;
  let browser: Browser;
  let reviewer: Person;
  let applicant: Person;
  let id: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startTestApp({ workers: true }), launchBrowser()]);
    id = await submitForm(app.anonymous());
    const { cookie } = await app.signIn('reviewer', 'Ines Marlow');
    reviewer = await openPerson(browser, { baseURL: app.url, session: cookie ?? '' });
    applicant = await openPerson(browser, { baseURL: app.url, width: 390, height: 844 });
    const state = () => app.services.db('applications').where({ id }).first('state');
    await until('the statement was read', async () => (await state())?.state === 'in_review');
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('lets a reviewer ask for one item by keyboard, with words of their own (M50)', async () => {
    const { page } = reviewer;
    await page.goto('/');
    await page.getByText('1 item waits').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('heading', { level: 1, name: 'Larkhill' }).waitFor();
    await page.getByText(/of \d+ met/).waitFor();
    await page.keyboard.press('e');
    await page.getByRole('heading', { level: 2, name: 'Request changes' }).waitFor();
    await pressTo(page, 'Tab', 'Add an item');
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    await pressTo(page, 'ArrowDown', asked);
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await until('the field has the focus', async () => (await focused(page)).startsWith(asked));
    await page.keyboard.type(words);
    expect(await page.getByRole('textbox', { name: asked }).inputValue()).toBe(words);
    await page.getByText('Draft kept').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await until('the application waits for the applicant', async () => {
      const row = await app.services.db('applications').where({ id }).first('state');
      return row?.state === 'changes_requested';
    });
    expect(reviewer.complaints).toEqual([]);
  });

  it("reopens exactly that item by the link of the letter, beside the reviewer's words", async () => {
    const link = () => app.sent.map(({ text }) => /\/portal\/application#t=\S+/.exec(text)?.[0]).at(-1);
    await until(
      'the letter with the words came',
      () => app.sent.at(-1)?.text.replace(/\s+/g, ' ').includes(words) === true,
    );
    const { page } = applicant;
    await page.goto(link() ?? '');
    await atStep(page, 'One answer to change');
    expect(page.url()).not.toContain('#t=');
    await page.getByText(words).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(1);
    await page.getByText(soundForm().sourcing.where_from).first().waitFor();
    await expectAccessible(page);
    await page.getByRole('textbox').fill(answer);
    await saved(page);
    await page.getByRole('button', { name: 'Send the changes' }).click();
    await atStep(page, 'Your application is being reviewed');
    await expectAccessible(page);
    expect(applicant.complaints).toEqual([]);
  });

  it('opens on the difference; Ctrl-Enter accepts the item, and the applicant sees it', async () => {
    const { page } = reviewer;
    await until('the new answer was read', async () => {
      const item = await app.services.db('work_items').where({ subject_id: id }).first('state');
      return item?.state === 'waiting' || item?.state === 'claimed';
    });
    await page.goto('/#/');
    await page.getByText('1 item waits').waitFor();
    await page.keyboard.press('n');
    await page.locator('ins', { hasText: 'Trade Pages' }).waitFor();
    await page.locator('del').first().waitFor();
    await page.getByRole('button', { name: 'Accept this item' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Accept this item' }).waitFor({ state: 'detached' });
    await applicant.page.locator('[data-request="accepted"]').waitFor();
    expect(reviewer.complaints).toEqual([]);
  });

  it('is then approved like any other', async () => {
    const { page } = reviewer;
    await page.keyboard.press('a');
    await page.getByText('From the template').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Approval by Ines Marlow').waitFor();
    await tabTo(page, 'Send now');
    await page.keyboard.press('Enter');
    await atStep(applicant.page, 'Your application is approved');
    expect([...reviewer.complaints, ...applicant.complaints]).toEqual([]);
  });
});
