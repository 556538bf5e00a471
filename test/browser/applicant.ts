import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ApplicationForm, CaseStudy } from '../../server/applications/schema/form.ts';
import { csv } from '../support/uploads.ts';

const field = (page: Page, path: string) => page.locator(`[data-path="${path}"]`);
const input = (page: Page, path: string) => page.locator(`#f-${path.replaceAll('.', '-')}`);

export const write = (page: Page, path: string, text: string): Promise<void> => input(page, path).fill(text);
const pick = (page: Page, path: string, value: string) => input(page, path).selectOption(value);
const tick = (page: Page, path: string, label: string | RegExp) =>
  field(page, path).getByLabel(label).first().check();

/** The heading of a step, once it is there. */
export async function atStep(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}
export async function next(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await atStep(page, title);
}

/** Waits until the page says that everything typed is kept. */
export const saved = (page: Page): Promise<void> =>
  page
    .getByText(/^Saved \d|Everything is saved/)
    .first()
    .waitFor();

export async function fillFirm(page: Page, { organisation }: ApplicationForm): Promise<void> {
  await write(page, 'organisation.legal_name', organisation.legal_name);
  await write(page, 'organisation.trading_name', organisation.trading_name);
  await tick(page, 'organisation.form', /company/i);
  await pick(page, 'organisation.country', organisation.country);
  await write(page, 'organisation.register', organisation.register);
  await write(page, 'organisation.register_number', organisation.register_number);
  await write(page, 'organisation.address', organisation.address);
  await write(page, 'organisation.web_domain', organisation.web_domain);
}

export async function fillPerson(page: Page, { responsible_person }: ApplicationForm): Promise<void> {
  for (const [key, text] of Object.entries(responsible_person))
    await write(page, `responsible_person.${key}`, text);
}

export async function fillOffer(page: Page): Promise<void> {
  await tick(page, 'offer.channels', /Cold Email Outbound/);
  await tick(page, 'offer.channels', /Content and SEO Inbound/);
  await tick(page, 'offer.primary_channel', /Cold Email Outbound/);
  await tick(page, 'offer.regions', 'European Union');
  await tick(page, 'offer.regions', 'United Kingdom');
  await tick(page, 'offer.verticals', 'B2B SaaS and software');
  await tick(page, 'offer.icp_sizes', 'Mid-market');
  await tick(page, 'offer.engagement_models', 'Retainer');
}

async function fillMonth(page: Page, path: string, yearMonth: string) {
  const [year = '', month = ''] = yearMonth.split('-');
  await input(page, path).selectOption(month);
  await field(page, path).getByLabel('Year').selectOption(year);
}

/** One case study with its figures, spend and number of leads included, and a file that shows them. */
export async function fillCaseStudy(page: Page, at: number, study: CaseStudy): Promise<void> {
  const path = `case_studies.${at}`;
  const { figures } = study;
  const leads = 100;
  await page.getByRole('button', { name: new RegExp(`^Case study ${at + 1}`) }).click();
  await write(page, `${path}.title`, study.title);
  await write(page, `${path}.client_name`, study.client_name);
  await tick(page, `${path}.client_relation`, /current client/i);
  await write(page, `${path}.summary`, study.summary);
  await pick(page, `${path}.figures.channel`, figures.channel);
  await pick(page, `${path}.figures.vertical`, figures.vertical);
  await pick(page, `${path}.figures.country`, figures.country);
  await tick(page, `${path}.figures.icp.size`, /Mid-market/);
  await write(page, `${path}.figures.icp.definition`, figures.icp.definition);
  await write(page, `${path}.figures.campaign_objective`, figures.campaign_objective);
  await fillMonth(page, `${path}.figures.timeframe.from`, figures.timeframe.from);
  await fillMonth(page, `${path}.figures.timeframe.to`, figures.timeframe.to);
  await write(page, `${path}.figures.cpl_minor`, String(figures.cpl_minor / 100));
  await pick(page, `${path}.figures.currency`, figures.currency);
  await pick(page, `${path}.figures.lead_definition`, figures.lead_definition);
  await tick(page, `${path}.figures.cost_basis`, /All-in/);
  await write(page, `${path}.figures.qualified_lead_rate`, String(figures.qualified_lead_rate));
  await write(page, `${path}.figures.spend_minor`, String((figures.cpl_minor / 100) * leads));
  await write(page, `${path}.figures.lead_count`, String(leads));
  const file = { name: `leads-${at + 1}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await input(page, `${path}.file_ids`).setInputFiles(file);
  await field(page, `${path}.file_ids`).getByRole('link', { name: file.name }).waitFor();
}

export async function fillShare(page: Page): Promise<void> {
  await tick(page, 'lead_to_opportunity.answer', /We know the rate/);
  await write(page, 'lead_to_opportunity.rate', '14');
}

export async function fillReference(page: Page, at: number, form: ApplicationForm): Promise<void> {
  const one = form.references[at];
  expect(one).toBeDefined();
  if (!one) return;
  const path = `references.${at}`;
  await write(page, `${path}.name`, one.name);
  await write(page, `${path}.position`, one.position);
  await write(page, `${path}.company`, one.company);
  await write(page, `${path}.email`, one.email);
  await tick(page, `${path}.relation`, one.relation === 'current' ? /current client/i : /former client/i);
}
