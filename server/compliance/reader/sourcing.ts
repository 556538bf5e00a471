import type { Finding } from './facets.ts';
import { type Case, found, has, type Judgement, judgeByTable, unique } from './judge.ts';

/** Concrete kinds of source, each told apart. */
function concrete(the: Case): Map<string, Finding[]> {
  const kinds = new Map<string, Finding[]>();
  for (const [facet, findings] of the.findings) {
    if (!facet.startsWith('source.')) continue;
    const own = findings.filter((finding) => finding.strength > 0 && !finding.cue.negated);
    if (own.length > 0) kinds.set(facet.slice(7), own);
  }
  return kinds;
}

const GENERIC = new Set([
  'generic',
  'broker',
  'partner',
  'bought',
  'guessed',
  'vendor_kind',
  'mainly_vendor',
  'stolen',
]);

/** M28: where contact data comes from. Two concrete sources, or one that covers everything, are met. */
export function judgeSources(the: Case): Judgement {
  const kinds = concrete(the);
  const conflict = found(the, 'source_conflict.any', 1);
  kinds.delete('vacuous');
  const named = [...kinds.keys()].filter((kind) => !GENERIC.has(kind));
  const generic = [...kinds.keys()].filter((kind) => GENERIC.has(kind));
  const because = unique([...named, ...generic].flatMap((kind) => (kinds.get(kind) ?? []).slice(0, 1)));
  if (originConflict(the).length > 0)
    return { verdict: 'contradicted', because: [...originConflict(the), ...because, ...conflict] };
  if (named.length >= 2 || (named.length === 1 && generic.length === 0)) return { verdict: 'met', because };
  if (named.length === 1 || generic.length > 0) return { verdict: 'partial', because };
  // an answer in words the book does not know names something: a person looks at it
  const { tokens, sentences } = the.fields.data_sourcing;
  const sentence = sentences.find(({ cues }) => cues.length > 0);
  const cue = sentence?.cues[0];
  if (tokens.length >= 8 && sentence !== undefined && cue !== undefined && !has(the, 'source.vacuous', 0)) {
    const rule = 'source_disclosure.unknown';
    const unknown: Finding = { facet: rule, rule, strength: 1, mode: 'own', sentence, cue, cues: [cue] };
    return { verdict: 'partial', because: [unknown] };
  }
  return { verdict: 'missing', because: [] };
}

/** Section 4 pairs 1 and 5: what one field denies or limits, the other field states. */
export function originConflict(the: Case): Finding[] {
  if (checksOf(the).length > 0) return [];
  const statement = 'statement';
  const acquired = found(the, 'px.buy', 1)
    .concat(found(the, 'px.rent', 1))
    .filter((finding) => finding.sentence.field === 'data_sourcing' && !finding.cue.clauseNegated);
  if (acquired.length > 0) {
    const denied = [
      ...found(the, 'excluded.buy', 1),
      ...found(the, 'excluded.rent', 1),
      ...found(the, 'claim.opt_in_only', 1),
    ].filter((finding) => finding.sentence.field === statement && !finding.sentence.exception);
    if (denied.length > 0) return [...denied.slice(0, 2), ...acquired.slice(0, 1)];
  }
  const only = found(the, 'claim.only_source', 2).filter((finding) => finding.sentence.field === statement);
  if (only.length > 0) {
    const other = ['client_file', 'vendor', 'broker', 'bought', 'partner']
      .flatMap((kind) => found(the, `source.${kind}`, 1))
      .filter((finding) => finding.sentence.field === 'data_sourcing' && !finding.cue.negated);
    if (other.length > 0) return [...only.slice(0, 1), ...other.slice(0, 2)];
  }
  return [];
}

/** Own checks of third-party data, firmly stated: with them, openly bought data contradicts nothing. */
export function checksOf(the: Case): Finding[] {
  return ['provenance', 'sample', 'audit', 'consent_proof'].flatMap((facet) =>
    found(the, `third_party_verification.${facet}`, 2),
  );
}

const THIRD_PARTY = [
  'px.buy',
  'px.rent',
  'px.trade',
  'source.broker',
  'source.bought',
  'source.vendor',
  'source.vendor_kind',
  'source.client_file',
  'source.enrichment',
  'source.partner',
  'source.stolen',
];

/** Findings that say data comes from anyone but the person, public registers or sites, or own forms. */
export function thirdParty(the: Case): Finding[] {
  return THIRD_PARTY.flatMap((facet) => found(the, facet, 1)).filter(
    (finding) => !finding.cue.clauseNegated && !finding.cue.negated && finding.mode !== 'others',
  );
}

/** M27: own checks of data bought, rented, enriched, supplied by clients, partners or affiliates. */
export function judgeVerification(the: Case): Judgement {
  const table = judgeByTable(the, 'third_party_verification');
  if (table.verdict === 'contradicted' || table.verdict === 'met' || table.verdict === 'partial')
    return table;
  const bounced = found(the, 'third_party_verification.bounce_only', 1);
  if (
    bounced.length > 0 &&
    (has(the, 'px.buy', 1) || has(the, 'px.rent', 1)) &&
    bounced.some((finding) => finding.sentence.field === 'statement')
  ) {
    return { verdict: 'contradicted', because: bounced };
  }
  return { verdict: 'missing', because: [] };
}
