import { readFileSync } from 'node:fs';
import type { PlausibilityBook } from '../../server/benchmarks/plausibility/book.ts';
import type { Claim, ClaimVerdict } from '../../server/benchmarks/plausibility/claim.ts';
import type { NormVersion, PublishedFigure } from '../../server/benchmarks/plausibility/figures.ts';
import { judgeClaim } from '../../server/benchmarks/plausibility/judge.ts';
import { buildNorms } from '../../server/benchmarks/plausibility/norms.ts';
import { parseFigures } from '../../server/benchmarks/plausibility/parse-figures.ts';
import { plausibilityBookSchema } from '../../server/benchmarks/schema/plausibility.ts';

const seed = (path: string) => readFileSync(new URL(`../../seeds/${path}`, import.meta.url), 'utf8');

export const book: PlausibilityBook = plausibilityBookSchema.parse(
  JSON.parse(seed('policies/plausibility-1.0.json')),
);
export const publishedFigures: PublishedFigure[] = parseFigures(seed('norms/published-benchmarks.csv'));
export const seededNorms: NormVersion = buildNorms(publishedFigures, book, 2026);

/** A published cost per lead on paid search for software, media only, from the US in 2026, unless told otherwise. */
export function figure(
  family: string,
  value: number,
  other: Partial<Omit<PublishedFigure, 'tags'>> & { tags?: Record<string, string> } = {},
): PublishedFigure {
  const { tags, ...rest } = other;
  return {
    row: Math.abs([...family].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7)) % 1_000_000,
    channel: 'paid_search',
    vertical: 'b2b_saas_software',
    metric: 'cpl',
    low: null,
    typical: value,
    high: null,
    currency: 'USD',
    region: 'US',
    year: 2026,
    title: `Figures of ${family}`,
    publisher: family,
    url: '',
    ...rest,
    tags: { family, tier: 'B', denom: 'lead', scope: 'platform_media_only', ...tags },
  };
}

/** One family per value, all in one cell. */
export const cell = (
  values: readonly number[],
  other: Parameters<typeof figure>[2] = {},
): PublishedFigure[] => values.map((value, index) => figure(`family${index}`, value, other));

export const normsOf = (figures: readonly PublishedFigure[]): NormVersion => buildNorms(figures, book, 2026);

export function claim(figures: Claim['figures'], other: Partial<Claim> = {}): Claim {
  return {
    channel: 'paid_search',
    vertical: 'b2b_saas_software',
    year: 2026,
    currency: 'USD',
    lead_definition: 'form_submission',
    cost_basis: 'media_only',
    country: 'US',
    figures,
    ...other,
  };
}

/** The verdict on the first figure of the claim. */
export function judged(norms: NormVersion, given: Claim): ClaimVerdict {
  const [verdict] = judgeClaim(norms, book, given);
  if (!verdict) throw new Error('the claim has no figure');
  return verdict;
}

export const codes = (verdict: ClaimVerdict): string[] => verdict.notes.map((note) => note.code);
