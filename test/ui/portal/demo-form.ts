import type { Document } from '../../../admin-ui/portal/wire.ts';

const figures = {
  channel: 'cold_email_outbound',
  vertical: 'b2b_saas_software',
  icp: { size: 'mid_market', definition: 'Finance directors of manufacturers' },
  campaign_objective: 'Booked demonstrations',
  cpl_minor: 15_000,
  currency: 'GBP',
  qualified_lead_rate: 8,
  timeframe: { from: '2025-03', to: '2025-11' },
  lead_definition: 'meeting',
  cost_basis: 'all_in',
  country: 'GB',
};
const study = (n: number) => ({
  id: `cs-${n}`,
  title: `Campaign ${n}`,
  client_name: `Client ${n}`,
  client_relation: 'current',
  summary: 'Twelve demonstrations in a quarter.',
  figures,
});
const referee = (n: number) => ({
  id: `ref-${n}`,
  name: `Referee ${n}`,
  company: `Client ${n}`,
  position: 'Head of sales',
  email: `referee${n}@client${n}.example`,
  relation: 'current',
});

/** A form that lacks nothing but the confirmation. */
export const demoForm: Document = {
  organisation: {
    legal_name: 'Nord Leads Ltd',
    trading_name: 'Nord',
    form: 'company',
    register: 'Companies House',
    register_number: '01234567',
    country: 'GB',
    address: '1 Quay, Leith',
    web_domain: 'nord.example',
  },
  responsible_person: {
    name: 'Ada North',
    position: 'Director',
    email: 'ada@nord.example',
    phone: '+44 20 7946 0000',
  },
  offer: {
    channels: ['cold_email_outbound'],
    primary_channel: 'cold_email_outbound',
    regions: ['uk'],
    verticals: ['b2b_saas_software'],
    icp_sizes: ['mid_market'],
    engagement_models: ['retainer'],
  },
  case_studies: [study(1), study(2)],
  statement: 'We write to business addresses of companies in the United Kingdom. '.repeat(4),
  sourcing: {
    description: 'Public registers.',
    where_from: 'Companies House.',
    how_current: 'Checked every quarter.',
    consent: 'None; legitimate interest.',
    safeguards: 'A contract with each client.',
    walk_through: 'We read, check, write and hand over.',
  },
  references: [referee(1), referee(2)],
  lead_to_opportunity: { answer: 'declined' },
};
