import type { ApplicationForm, CaseStudy } from '../../server/applications/schema/form.ts';
import type { Client } from './client.ts';

const statement = `We write to named business contacts under legitimate interest, Article 6(1)(f) GDPR, and keep a documented assessment for every campaign, reviewed each January. Every first message says who we are, where we found the address and what rights the reader has, with a link to our notice. Each record carries its source, the date of collection and the person who added it. Every mail has an unsubscribe link; a request is carried out within 24 hours and the address goes on one suppression list that is checked before each send, for all clients and for good. Our mails name the sender and postal address, and the subject says what is inside. Requests for access or erasure go to privacy@larkhill.example and are answered within 20 days. Records nobody answered are deleted after twelve months by a nightly job. Access is by role with a second factor, data is encrypted at rest, and each subprocessor has signed a data processing agreement. We never buy lists, never scrape profiles and never contact private addresses.`;

const study = (id: string, title: string, cplMinor: number): CaseStudy => ({
  id,
  title,
  client_name: `${title} Ltd`,
  client_relation: 'current',
  summary: `Twelve months of outbound for ${title}: research, copy, sending and handover of replies to the client's team.`,
  figures: {
    channel: 'cold_email_outbound',
    vertical: 'b2b_saas_software',
    icp: { size: 'mid_market', definition: 'Heads of finance in firms of 200 to 1,000 people' },
    campaign_objective: 'Qualified conversations for the sales team',
    cpl_minor: cplMinor,
    currency: 'USD',
    qualified_lead_rate: 32,
    sql_rate: 18,
    timeframe: { from: '2025-01', to: '2025-12' },
    lead_definition: 'mql',
    cost_basis: 'all_in',
    country: 'US',
  },
  file_ids: [],
});

/** A complete form of a sound firm; each test changes what it is about. */
export function soundForm(change: Partial<ApplicationForm> = {}): ApplicationForm {
  return {
    organisation: {
      legal_name: 'Larkhill Outreach Limited',
      trading_name: 'Larkhill',
      form: 'company',
      register: 'Companies House',
      register_number: '08812345',
      country: 'GB',
      address: '4 Quay Street, Bristol BS1 4AB',
      web_domain: 'larkhill.example',
    },
    responsible_person: {
      name: 'Imogen Vale',
      position: 'Director',
      email: 'imogen@larkhill.example',
      phone: '+44 117 496 0123',
    },
    offer: {
      channels: ['cold_email_outbound', 'content_seo_inbound'],
      primary_channel: 'cold_email_outbound',
      regions: ['uk', 'eu'],
      other_countries: [],
      verticals: ['b2b_saas_software'],
      icp_sizes: ['mid_market'],
      engagement_models: ['retainer'],
    },
    case_studies: [study('cs-1', 'Harrow Ledger', 21_000), study('cs-2', 'Pellworm Systems', 18_500)],
    statement,
    sourcing: {
      description: 'We research companies by hand and use two licensed business directories.',
      where_from: 'Company registers, company web sites and two licensed directories, named in each record.',
      how_current: 'Every address is checked again within 30 days before it is written to.',
      consent: 'We rely on legitimate interest for business contacts and record the assessment.',
      safeguards: 'A second person checks one record in fifty against its source before each send.',
      walk_through: 'Register entry, site visit, record with source and date, check, send, reply, deletion.',
    },
    references: [
      {
        id: 'ref-1',
        name: 'Corin Ashdown',
        company: 'Harrow Ledger Ltd',
        position: 'Marketing lead',
        email: 'corin@harrowledger.example',
        relation: 'current',
      },
      {
        id: 'ref-2',
        name: 'Mette Juhl',
        company: 'Pellworm Systems',
        position: 'Head of growth',
        email: 'mette@pellworm.example',
        relation: 'former',
      },
    ],
    lead_to_opportunity: { answer: 'rate', rate: 14 },
    confirmed: true,
    ...change,
  };
}

/** The form as a machine sends it, without file ids. */
export function intakeForm(change: Partial<ApplicationForm> = {}) {
  const form = soundForm(change);
  return { ...form, case_studies: form.case_studies.map(({ file_ids: _ids, ...rest }) => rest) };
}

/** Begins an application in this browser; gives its id and the token of its link. */
export async function startDraft(client: Client, locale = 'en'): Promise<{ id: string; token: string }> {
  const started = await client.post('/api/portal/applications', { locale });
  if (started.status !== 201) throw new Error(`start: ${started.status} ${JSON.stringify(started.body)}`);
  client.csrf = started.body.csrf;
  return { id: started.body.application.id, token: started.body.link.split('#t=')[1] };
}

/** Begins, saves and hands in; gives the application's id. */
export async function submitForm(
  client: Client,
  form: ApplicationForm = soundForm(),
  locale = 'en',
): Promise<string> {
  const { id } = await startDraft(client, locale);
  const saved = await client.post('/api/portal/application/save', { document: form, saves: 1 });
  if (saved.status !== 200) throw new Error(`save: ${saved.status} ${JSON.stringify(saved.body)}`);
  const submitted = await client.post('/api/portal/application/submit');
  if (submitted.status !== 200)
    throw new Error(`submit: ${submitted.status} ${JSON.stringify(submitted.body)}`);
  return id;
}

/** Sends the answers to asked changes as a tab that saw the newest state. */
export async function answer(client: Client, document: unknown) {
  const { saves } = (await client.get('/api/portal/application')).body;
  return client.post('/api/portal/application/resubmit', { document, saves });
}
