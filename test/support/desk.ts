import type { ApplicationForm } from '../../server/applications/schema/form.ts';
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';
import { soundForm, submitForm } from './forms.ts';

/** A submitted application that the jobs have read and brought before the desk. */
export async function inReview(app: TestApp, change: Partial<ApplicationForm> = {}): Promise<string> {
  const id = await submitForm(app.anonymous(), soundForm(change));
  await app.runJobs();
  return id;
}

/** The dossier as this client sees it. */
export const dossierOf = async (client: Client, id: string) =>
  (await client.get(`/api/applications/${id}`)).body;

/** Claims the application's work item; gives the dossier after it. */
export async function hold(client: Client, id: string) {
  const { item } = await dossierOf(client, id);
  const claimed = await client.post(`/api/work-items/${item.id}/claim`, {}, { ifMatch: item.version });
  if (claimed.status !== 200) throw new Error(`claim: ${claimed.status} ${JSON.stringify(claimed.body)}`);
  return dossierOf(client, id);
}

/** A review command at the version the dossier shows now. */
export async function command(client: Client, id: string, verb: string, body: unknown = {}) {
  const { version } = await dossierOf(client, id);
  return client.post(`/api/applications/${id}/${verb}`, body, { ifMatch: version });
}

export const letter = {
  subject: 'Our decision',
  body: 'Dear applicant,\n\nthis is what we decided and why.',
};

export const acceptance = {
  channels: {
    cold_email_outbound: { outcome: 'accept' },
    content_seo_inbound: { outcome: 'open' },
  },
  letter,
};

export const conduct = { reasons: [{ code: 'conduct' }], letter };

/** Sets what reading found, where a test is about the decision and not about the reading. */
export const setBand = (app: TestApp, id: string, band: 'pass' | 'review' | 'reject') =>
  app.services.db('applications').where({ id }).update({ band });

export const commandOf = (
  dossier: { commands: { command: string; allowed: boolean; blocked_by: { code: string }[] }[] },
  name: string,
) => dossier.commands.find((one) => one.command === name);
