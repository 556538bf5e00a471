import type { ApplicationForm } from '../../../admin-ui/console/api/types.ts';

export const statement =
  'We write to companies only. Every message carries an unsubscribe link that works at once.';

const figures = {
  channel: 'cold_email_outbound',
  vertical: 'b2b_saas_software',
  icp: { size: 'smb', definition: 'Founders of small firms' },
  campaign_objective: 'Meetings',
  cpl_minor: 15_000,
  currency: 'GBP',
  qualified_lead_rate: 20,
  timeframe: { from: '2025-01', to: '2025-06' },
  lead_definition: 'inquiry',
  cost_basis: 'all_in',
  country: 'GB',
} as const;
const study = (id: string) => ({
  id,
  title: `Study ${id}`,
  client_name: 'Larch Ltd',
  client_relation: 'current' as const,
  summary: 'What was done.',
  figures,
  file_ids: [],
});
const referee = (id: string) => ({
  id,
  name: `Referee ${id}`,
  company: 'Larch Ltd',
  position: 'Director',
  email: `${id}@larch.example`,
  relation: 'current' as const,
});

export const form: ApplicationForm = {
  organisation: {
    legal_name: 'Hollow Oak Ltd',
    trading_name: 'Hollow Oak',
    form: 'company',
    register: 'Companies House',
    register_number: '01234567',
    country: 'GB',
    address: '1 High Street, York',
    web_domain: 'hollow-oak.example',
  },
  responsible_person: {
    name: 'Ada Finch',
    position: 'Director',
    email: 'ada@hollow-oak.example',
    phone: '+441904000000',
  },
  offer: {
    channels: ['cold_email_outbound', 'linkedin_outbound'],
    primary_channel: 'cold_email_outbound',
    regions: ['uk'],
    other_countries: [],
    verticals: ['b2b_saas_software'],
    icp_sizes: ['smb'],
    engagement_models: ['retainer'],
  },
  case_studies: [study('cs-1'), study('cs-2')],
  statement,
  sourcing: {
    description: 'We collect addresses by hand.',
    where_from: 'Company sites.',
    how_current: 'Checked each quarter.',
    consent: 'Not needed for companies.',
    safeguards: 'None.',
    walk_through: 'Find, check, write.',
  },
  references: [referee('r-1'), referee('r-2')],
  lead_to_opportunity: { answer: 'declined' },
  confirmed: true,
};
