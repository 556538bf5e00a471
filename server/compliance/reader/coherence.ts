import { escapes, excludedKinds, excludedThenUsed } from './exclusions.ts';
import type { Finding } from './facets.ts';
import { type Case, found, type Judgement, practice, unique } from './judge.ts';
import { originConflict } from './sourcing.ts';

/** Pairs of section 4 of the rubric that this text holds: both places of each. */
export function contradictions(the: Case): Finding[] {
  const pairs = [...excludedThenUsed(the), ...escapes(the), ...originConflict(the)];
  const bypass = found(the, 'conflict.consent_bypass', 1);
  if (bypass.length > 0 && found(the, 'claim.opt_in_only', 1).length > 0)
    pairs.push(...bypass, ...found(the, 'claim.opt_in_only', 1).slice(0, 1));
  const separate = found(the, 'suppression_list.separate', 1);
  const shared = found(the, 'suppression_list.scope', 2);
  if (separate.length > 0 && shared.length > 0) pairs.push(...separate, ...shared.slice(0, 1));
  const permanent = found(the, 'retention.permanent', 1);
  const limited = found(the, 'retention.period', 2).filter((finding) => finding.cues.length > 1);
  if (permanent.length > 0 && limited.length > 0) pairs.push(...permanent, ...limited.slice(0, 1));
  return unique(pairs);
}

/** M18: no own practice is missing, a contradiction is contradicted, a narrowing exception partial. */
export function judgeConsistency(the: Case): Judgement {
  const pairs = contradictions(the);
  if (pairs.length > 0) return { verdict: 'contradicted', because: pairs };
  const own = unique([...practice(the), ...conduct(the)]).filter(
    ({ sentence, facet }) => sentence.field === 'statement' || !facet.startsWith('source'),
  );
  if (own.length === 0) return { verdict: 'missing', because: [] };
  const narrowed = [...excludedKinds(the).values()].flat().filter((finding) => finding.sentence.exception);
  if (narrowed.length > 0) return { verdict: 'partial', because: narrowed };
  return { verdict: 'met', because: own };
}

/** Own conduct of any kind, compliant or not: contacting, buying, collecting. */
export function conduct(the: Case): Finding[] {
  const list: Finding[] = [];
  for (const [facet, findings] of the.findings) {
    if (
      !/^(px|talk\.conduct|flag|source)\b/.test(facet) ||
      /^source\.(generic|vacuous|partner)$|^flag\.unsupported_absolute$/.test(facet)
    )
      continue;
    list.push(...findings.filter((finding) => finding.strength > 0));
  }
  return list;
}
