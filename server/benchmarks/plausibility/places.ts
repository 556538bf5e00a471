import type { PlausibilityBook } from './book.ts';
import type { Claim, VerdictNote } from './claim.ts';
import { mixedChannels } from './norms.ts';
import { costStratum } from './prepare.ts';
import { isCost, type Metric } from './scale.ts';

/** A stratum and channel a claim may be held against, with what has to be said when it is. */
export interface Place {
  stratum: string;
  channel: string;
  notes: VerdictNote[];
}

/** What the claim counts as a lead, as a class of the strata table. */
function counted(claim: Claim, metric: Metric, book: PlausibilityBook): string {
  if (metric === 'cost_per_meeting') return 'meeting';
  if (metric === 'cost_per_qualified_lead') return 'qualified_lead';
  const { lead_definitions, lead_definitions_by_channel } = book.strata;
  const word = claim.lead_definition;
  return lead_definitions_by_channel[claim.channel]?.[word] ?? lead_definitions[word] ?? word;
}

/** Channel keys for the claim: one, or one per platform when the claim does not name its own. */
function channelKeys(claim: Claim, book: PlausibilityBook): { keys: string[]; assumed: boolean } {
  const rows = book.strata.platforms[claim.channel];
  if (rows === undefined) return { keys: [claim.channel], assumed: false };
  if (claim.platform) return { keys: [`${claim.channel}.${claim.platform}`], assumed: false };
  const platforms = [...new Set(rows.map((row) => row.platform))];
  return { keys: platforms.map((platform) => `${claim.channel}.${platform}`), assumed: true };
}

const note = (code: string, params: VerdictNote['params'] = {}): VerdictNote => ({ code, params });

/**
 * Where a figure of this claim may be judged, best first; the inner list holds alternatives by platform.
 * A cost that includes fees, or does not say, falls back on media costs: it can only lie above them, so a figure too low
 * for media alone is too low for both. Rates fall back on figures published for all channels together.
 */
export function placesFor(claim: Claim, metric: Metric, book: PlausibilityBook): Place[][] {
  const { keys, assumed } = channelKeys(claim, book);
  const platformNote = (key: string) =>
    assumed ? [note('platform_assumed', { platform: key.split('.')[1] ?? key })] : [];
  if (!isCost(metric)) {
    const rate = book.strata.rates[metric];
    const stratum = `${metric}|${rate?.stage ?? 'not_stated'}|${rate?.denom ?? 'not_stated'}`;
    return [
      keys.map((channel) => ({ stratum, channel, notes: platformNote(channel) })),
      [{ stratum, channel: mixedChannels, notes: [note('mixed_channels')] }],
    ];
  }
  const unit = counted(claim, metric, book);
  const common = metric === 'cpl' && claim.lead_definition === '' ? [note('lead_definition_not_said')] : [];
  const scopes = claim.cost_basis === 'media_only' ? ([] as const) : ([claim.cost_basis] as const);
  const places = [...scopes, 'media_only' as const].map((scope) =>
    keys.map((channel) => ({
      stratum: costStratum(unit, scope, book),
      channel,
      notes: [
        ...common,
        ...platformNote(channel),
        ...(scope === claim.cost_basis
          ? []
          : [note('compared_with_media_only', { basis: claim.cost_basis })]),
      ],
    })),
  );
  return book.strata.scope_free.includes(unit) ? places.slice(0, 1) : places;
}
