import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { expectAccessible, launchBrowser, openPerson, type Person } from '../support/browser.ts';
import { soundForm } from '../support/forms.ts';
import {
  atStep,
  fillCaseStudy,
  fillFirm,
  fillOffer,
  fillPerson,
  fillReference,
  fillShare,
  next,
  saved,
  write,
} from './applicant.ts';
import { tabTo, until } from './keyboard.ts';

const form = soundForm();

describe('the main job: an application comes in, is read, and a person decides', () => {
  let app: TestApp;
  let browser: Browser;
  let applicant: Person;
  let reviewer: Person;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startTestApp({ workers: true }), launchBrowser()]);
    applicant = await openPerson(browser, { baseURL: app.url, width: 390, height: 844 });
    const { cookie } = await app.signIn('reviewer', 'Ines Marlow');
    reviewer = await openPerson(browser, { baseURL: app.url, session: cookie ?? '' });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('lets an applicant fill the form in steps on a phone (M1, M2)', async () => {
    const { page } = applicant;
    await page.goto('/portal/');
    await page.getByLabel('Your mail address').fill(form.responsible_person.email);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Start the application' }).click();
    await atStep(page, 'Firm');
    await fillFirm(page, form);
    await expectAccessible(page);
    await next(page, 'Responsible person');
    await fillPerson(page, form);
    await next(page, 'Offer');
    await fillOffer(page);
    await expectAccessible(page);
    await next(page, 'Case studies');
    for (const [at, study] of form.case_studies.entries()) await fillCaseStudy(page, at, study);
    await fillShare(page);
    await expectAccessible(page);
    await next(page, 'Statement');
    await write(page, 'statement', form.statement);
    await next(page, 'Data sourcing');
    for (const [key, text] of Object.entries(form.sourcing))
      if (key !== 'walk_through') await write(page, `sourcing.${key}`, text);
    await next(page, 'References');
    await fillReference(page, 0, form);
    await fillReference(page, 1, form);
    await saved(page);
    expect(applicant.complaints).toEqual([]);
  });

  it('names what is missing, leads to its field, and sends (M3)', async () => {
    const { page } = applicant;
    await next(page, 'Check and send');
    await page.getByText('1 answer is still missing').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Walk us through how one lead comes about' }).click();
    await atStep(page, 'Data sourcing');
    const asked = page.locator('#f-sourcing-walk_through');
    await until('the cursor stands in the missing field', () =>
      asked.evaluate((element) => element === document.activeElement),
    );
    await page.keyboard.type(form.sourcing.walk_through);
    await next(page, 'References');
    await next(page, 'Check and send');
    await page.getByText('Nothing is missing. You can send the application.').waitFor();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Send the application' }).click();
    await atStep(page, 'Your application is being reviewed');
    await expectAccessible(page);
    expect(applicant.complaints).toEqual([]);
  });

  it('is read by the tool and decided by a reviewer with the keyboard alone', async () => {
    const { page } = reviewer;
    await page.goto('/');
    await page.getByText('1 item waits').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('n');
    await page.getByRole('heading', { level: 1, name: 'Larkhill' }).waitFor();
    await page.getByText(/of \d+ met/).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('a');
    await page.getByRole('heading', { level: 2, name: 'Approve' }).waitFor();
    await page.getByText('From the template').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Approval by Ines Marlow').waitFor();
    await tabTo(page, 'Send now');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Specialist page' }).waitFor();
    await expectAccessible(page);
    expect(reviewer.complaints).toEqual([]);
  });

  it('tells the applicant without a reload, by the page and by letter', async () => {
    await atStep(applicant.page, 'Your application is approved');
    await applicant.page.getByRole('article', { name: 'Letter of the decision' }).waitFor();
    await expectAccessible(applicant.page);
    expect(applicant.complaints).toEqual([]);
    await until('the letter of the decision was sent', () => app.sent.length > 1);
  });

  it('keeps the whole story and makes the specialist', async () => {
    const { page } = reviewer;
    await page.getByRole('tab', { name: /^History/ }).press('Enter');
    for (const entry of ['Submitted', 'Statement read', 'Approved', 'Decision final'])
      await page.getByRole('listitem').filter({ hasText: entry }).first().waitFor();
    await tabTo(page, 'Specialist page');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Larkhill/ }).waitFor();
    await expectAccessible(page);
    expect(reviewer.complaints).toEqual([]);
  });
});
