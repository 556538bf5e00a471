import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../seeds/demo/run.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { expectAccessible, launchBrowser, openPerson } from '../support/browser.ts';
import { soundForm, startDraft } from '../support/forms.ts';

const form = soundForm();

/** Every place of the console with the heading it shows; the desk is added with the application it opens. */
const screens: [path: string, heading: RegExp][] = [
  ['/#/', /Tilda/],
  ['/#/work-items', /Queue/],
  ['/#/applications', /Applications/],
  ['/#/specialists', /Specialists/],
  ['/#/mails', /Mail/],
  ['/#/log', /Log/],
  ['/#/policies', /Rule books/],
  ['/#/agreement', /Agreement/],
  ['/#/account', /account/],
];
const adminScreens: [path: string, heading: RegExp][] = [
  ['/#/', /Jonah/],
  ['/#/people', /People/],
  ['/#/api-keys', /API keys/],
  ['/#/failed-jobs', /Jobs that failed/],
];
const steps: [path: string, heading: RegExp][] = [
  ['/portal/', /Apply/],
  ['/portal/application?step=firm', /Firm/],
  ['/portal/application?step=offer', /Offer/],
  ['/portal/application?step=cases', /Case studies/],
  ['/portal/application?step=statement', /Statement/],
  ['/portal/application?step=references', /References/],
  ['/portal/application?step=check', /Check and send/],
];

const combinations = [1280, 390].flatMap((width) => [false, true].map((dark) => ({ width, dark })));

describe('every screen can be used by everybody', () => {
  let app: TestApp;
  let browser: Browser;
  let lead: string;
  let admin: string;
  let desk: string;
  let draft: string;
  let book: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startTestApp({ mode: 'demo' }), launchBrowser()]);
    await seedDemo(app.services);
    lead = (await app.signIn('lead', 'Tilda Moorcroft')).cookie ?? '';
    admin = (await app.signIn('admin', 'Jonah Reddick')).cookie ?? '';
    const one = await app.services
      .db('applications')
      .where({ state: 'in_review', round: 1 })
      .first<{ id: string }>('id');
    desk = one?.id ?? '';
    const rubric = await app.services.db('policy_versions').where({ kind: 'rubric' }).first('id');
    book = `/#/policies/${rubric?.id}/show`;
    const applicant = app.anonymous();
    await startDraft(applicant);
    const kept = { ...form, confirmed: false, statement: '' };
    expect((await applicant.post('/api/portal/application/save', { document: kept, saves: 1 })).status).toBe(
      200,
    );
    draft = applicant.cookie ?? '';
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  async function look(page: Page, path: string, heading: RegExp, width: number) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
    await expectAccessible(page).catch((error: Error) => {
      error.message = `${path} at ${width}: ${error.message}`;
      throw error;
    });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([path, width, over > 0 ? `scrolls ${over} px sideways` : 'fits']).toEqual([path, width, 'fits']);
  }

  async function tour(session: string, pages: readonly [string, RegExp][], width: number, dark: boolean) {
    const { page, context, complaints } = await openPerson(browser, {
      baseURL: app.url,
      width,
      dark,
      session,
    });
    for (const [path, heading] of pages) await look(page, path, heading, width);
    await context.close();
    expect(complaints).toEqual([]);
  }

  for (const { width, dark } of combinations) {
    const how = `${width} px wide in ${dark ? 'dark' : 'light'} colours`;
    it(`console, ${how}: axe finds nothing serious, nothing scrolls sideways, the console is quiet`, async () => {
      const records: typeof screens = [
        [`/#/applications/${desk}/show`, /./],
        [book, /Compliance rubric/],
      ];
      await tour(lead, [...screens, ...records], width, dark);
      await tour(admin, adminScreens, width, dark);
    });

    it(`portal, ${how}: the same`, async () => {
      await tour(draft, steps, width, dark);
    });
  }
});
