import type { BenchmarkFigures } from '../../server/benchmarks/schema/claim.ts';
import { type Channel, verticals } from '../../server/kernel/taxonomy.ts';
import { oneOf, randomFrom } from './random.ts';

/** How many different sets of figures each channel has; verdicts are worked out once for each. */
export const figuresPerChannel = 1_024;

/** Where a channel's claims gather: a typical cost in major units, and what is counted as a lead. */
const typical: Record<
  Channel,
  { cost: number; lead: BenchmarkFigures['lead_definition']; basis: BenchmarkFigures['cost_basis'] }
> = {
  cold_email_outbound: { cost: 190, lead: 'meeting', basis: 'all_in' },
  linkedin_outbound: { cost: 205, lead: 'meeting', basis: 'all_in' },
  paid_search: { cost: 82, lead: 'form_submission', basis: 'media_only' },
  content_seo_inbound: { cost: 96, lead: 'inquiry', basis: 'all_in' },
  paid_social: { cost: 58, lead: 'form_submission', basis: 'media_only' },
  affiliate_partnership: { cost: 47, lead: 'form_submission', basis: 'media_only' },
  event_webinar: { cost: 118, lead: 'mql', basis: 'all_in' },
};

const places: readonly [country: string, currency: string][] = [
  ['GB', 'GBP'],
  ['DE', 'EUR'],
  ['US', 'USD'],
  ['FR', 'EUR'],
  ['US', 'USD'],
  ['CA', 'CAD'],
  ['NL', 'EUR'],
];
const audiences = [
  'Owners and directors',
  'Heads of operations',
  'Finance managers',
  'Heads of IT',
  'Marketing leads',
  'Plant and site managers',
];
const objectives = ['First meetings', 'Quote requests', 'Demo requests', 'Trial starts', 'Site visits'];
const sizes = ['smb', 'mid_market', 'enterprise'] as const;

function compose(channel: Channel, index: number): BenchmarkFigures {
  const random = randomFrom(index * 7 + channel.length);
  const { cost, lead, basis } = typical[channel];
  const [country, currency] = oneOf(random, places);
  const spread = (random() + random() + random() - 1.5) * 1.1;
  const tooGood = index % 50 === 7 ? 12 : index % 20 === 3 ? 4 : 1;
  const cplMinor = Math.max(50, Math.round((cost * 100 * Math.exp(spread)) / tooGood));
  const leads = 20 + Math.floor(random() * 900);
  const addsUp = index % 80 !== 11;
  const month = 1 + Math.floor(random() * 6);
  const qualified = Math.round(20 + random() * 35 + (tooGood > 10 ? 35 : 0));
  const figures: BenchmarkFigures = {
    channel,
    vertical: oneOf(random, verticals),
    icp: { size: oneOf(random, sizes), definition: oneOf(random, audiences) },
    campaign_objective: oneOf(random, objectives),
    cpl_minor: cplMinor,
    currency,
    qualified_lead_rate: qualified,
    timeframe: { from: `2025-0${month}`, to: `2025-${String(month + 5).padStart(2, '0')}` },
    lead_definition: lead,
    cost_basis: basis,
    country,
    spend_minor: addsUp ? cplMinor * leads : Math.round(cplMinor * leads * 0.3),
    lead_count: leads,
  };
  return random() < 0.5 ? { ...figures, sql_rate: Math.round(12 + random() * 18) } : figures;
}

const composed = new Map<Channel, (BenchmarkFigures | undefined)[]>();

/** The figures a claim of this channel makes, number `index` of `figuresPerChannel`. */
export function figuresAt(channel: Channel, index: number): BenchmarkFigures {
  let kept = composed.get(channel);
  if (!kept) {
    kept = new Array(figuresPerChannel);
    composed.set(channel, kept);
  }
  const found = kept[index];
  if (found) return found;
  const figures = compose(channel, index);
  kept[index] = figures;
  return figures;
}
