/** The closed vocabularies of the marketplace (M63, M66). Labels live in the locale catalogues. */

export const channels = [
  'cold_email_outbound',
  'linkedin_outbound',
  'paid_search',
  'content_seo_inbound',
  'paid_social',
  'affiliate_partnership',
  'event_webinar',
] as const;
export type Channel = (typeof channels)[number];

/** Verticals for which published figures were looked for; a claim may also name another one, which has no norm. */
export const verticals = [
  'aerospace_defence',
  'automotive',
  'b2b_saas_software',
  'biotech_pharma',
  'business_professional_services',
  'construction_home_services',
  'cybersecurity',
  'ecommerce_retail',
  'education',
  'financial_services',
  'fintech',
  'healthcare_medical',
  'insurance',
  'it_managed_services',
  'legal_services',
  'logistics_transport',
  'manufacturing_industrial',
  'marketing_agencies',
  'media',
  'nonprofit',
  'real_estate',
  'solar_energy',
  'staffing_hr',
  'telecom',
  'travel_hospitality',
] as const;
export type Vertical = (typeof verticals)[number];

/** "Other, namely ...": the vertical is written out beside it. */
export const otherVertical = 'other' as const;

export const icpSizes = ['smb', 'mid_market', 'enterprise'] as const;
export type IcpSize = (typeof icpSizes)[number];

export const engagementModels = ['retainer', 'project', 'pay_per_lead'] as const;
export type EngagementModel = (typeof engagementModels)[number];

/** `us_ca` is California, a part of `us` with rules of its own; `other` names its countries. */
export const regions = ['eu', 'uk', 'us', 'us_ca', 'ca', 'other'] as const;
export type Region = (typeof regions)[number];

const euCountries = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);

/** The region of an ISO 3166-1 alpha-2 country. California cannot be told from a country, so it is never returned. */
export function regionOfCountry(country: string): Region {
  const code = country.toUpperCase();
  if (euCountries.has(code)) return 'eu';
  if (code === 'GB') return 'uk';
  if (code === 'US') return 'us';
  return code === 'CA' ? 'ca' : 'other';
}
