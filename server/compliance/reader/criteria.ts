import { contradictions, judgeConsistency } from './coherence.ts';
import { escapes, excludedThenUsed, judgeExclusions } from './exclusions.ts';
import { type Case, found, has, type Judgement, judgeByTable, practice } from './judge.ts';
import { judgeRegions, judgeScope } from './regimes.ts';
import { judgeSources, judgeVerification, originConflict, thirdParty } from './sourcing.ts';
import { specifics } from './specifics.ts';

export interface Judged {
  criteria: Map<string, Judgement>;
  coherent: boolean;
}

/** Judges every criterion that applies to the declared channels and regions, or that the text switches on. */
export function judgeAll(the: Case): Judged {
  const details = specifics(the, the.topics);
  const criteria = new Map<string, Judgement>();
  for (const { id, applies } of the.book.criteria) {
    if (appliesTo(the, applies)) criteria.set(id, judge(the, id, details.length));
  }
  const verdict = details.length >= 3 ? 'met' : details.length === 2 ? 'partial' : 'missing';
  criteria.set('practice_specificity', { verdict, because: details });
  const own = practice(the).filter(
    (finding) => finding.sentence.field === 'statement' || !/^source/.test(finding.facet),
  );
  const real =
    own.filter((finding) => !/^(regulatory_scope|claim)/.test(finding.facet)).length + excludedCount(the);
  const coherent = real > 0 && excludedThenUsed(the).length === 0 && escapes(the).length === 0;
  if (
    contradictions(the).length === 0 &&
    criteria.get('internal_consistency')?.verdict === 'missing' &&
    real > 0
  ) {
    criteria.set('internal_consistency', { verdict: 'met', because: own });
  }
  return { criteria, coherent };
}

function excludedCount(the: Case): number {
  return [...the.findings].filter(
    ([facet, list]) => facet.startsWith('excluded.') && list.some((finding) => finding.strength > 0),
  ).length;
}

function judge(the: Case, id: string, details: number): Judgement {
  if (id === 'regulatory_scope') return judgeScope(the, details);
  if (id === 'region_handling') return judgeRegions(the);
  if (id === 'source_disclosure') return judgeSources(the);
  if (id === 'third_party_verification') return judgeVerification(the);
  if (id === 'excluded_practices') return judgeExclusions(the);
  if (id === 'internal_consistency') return judgeConsistency(the);
  if (id === 'lawful_basis') return judgeBasis(the);
  return judgeByTable(the, id);
}

/** A basis that the described practice cannot carry (private mailboxes, forced or absent consent) is contradicted. */
function judgeBasis(the: Case): Judgement {
  const table = judgeByTable(the, 'lawful_basis');
  if (!the.zones.has('eu') && !the.zones.has('uk')) return table;
  const unlawful = found(the, 'flag.gdpr_noncompliant_practice', 1).filter(
    (finding) => !/^(dsr|bad\.hide)/.test(finding.cue.tag),
  );
  const conflict = found(the, 'claim.opt_in_only', 1).length > 0 ? originConflict(the) : [];
  if (unlawful.length + conflict.length > 0 && table.verdict !== 'missing') {
    return { verdict: 'contradicted', because: [...table.because, ...unlawful, ...conflict] };
  }
  return table;
}

/** One condition of an `applies` expression. */
interface Condition {
  kind: string;
  names: string[];
}

const parsed = new Map<string, Condition[][]>();
const MOST = 500;

/** Reads the `applies` expression of the book: `always`, `zones>=2`, `region:a|b`, `channel:a|b`, `text:x`, `&`, `or`. */
export function appliesTo(the: Case, expression: string): boolean {
  let sides = parsed.get(expression);
  if (sides === undefined) {
    sides = expression.split(' or ').map((side) => side.split(' & ').map(parseCondition));
    if (parsed.size >= MOST) parsed.clear();
    parsed.set(expression, sides);
  }
  return sides.some((side) => side.every((condition) => holds(the, condition)));
}

function parseCondition(term: string): Condition {
  const [kind = '', list = ''] = term.trim().split(':');
  return { kind, names: list === '' ? [] : list.split('|') };
}

function holds(the: Case, { kind, names }: Condition): boolean {
  if (kind === 'always') return true;
  if (kind === 'zones>=2') return the.zones.size >= 2;
  if (kind === 'region') return names.some((name) => the.regions.has(name));
  if (kind === 'channel') return names.some((name) => the.channels.has(name));
  if (names[0] === 'third_party_data') return thirdParty(the).length > 0;
  if (names[0] === 'voice_sms')
    return found(the, 'voice.affirmed', 1).length > 0 || has(the, 'voice_sms_rules.unlawful', 1);
  throw new Error(`unknown condition in the rule book: ${kind}`);
}
