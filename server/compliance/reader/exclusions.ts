import type { Finding } from './facets.ts';
import { type Case, found, type Judgement, unique } from './judge.ts';
import { checksOf } from './sourcing.ts';

/** Practices of acquiring, contacting or identity that the applicant rules out, by kind. */
export function excludedKinds(the: Case): Map<string, Finding[]> {
  const kinds = new Map<string, Finding[]>();
  for (const [facet, findings] of the.findings) {
    if (!facet.startsWith('excluded.')) continue;
    const own = findings.filter((finding) => finding.strength > 0);
    if (own.length > 0) kinds.set(facet.slice(9), own);
  }
  // "We don't use A, B or C": beside a practice the book knows, the others are ruled out whatever they are called
  for (const [kind, list] of kinds) {
    const beside = list.filter((finding) => finding.strength === 2 && finding.sentence.beside > 0);
    if (kind === 'spam' || beside.length === 0) continue;
    kinds.set('beside', beside.slice(0, 1));
    break;
  }
  return kinds;
}

/** Affirmed, own, present use of a practice that is usually ruled out. */
export function used(the: Case, kind: string): Finding[] {
  return found(the, `px.${kind}`, 1).filter(
    (finding) => !finding.cue.clauseNegated && finding.cue.mode !== 'ended',
  );
}

const USED_UNDER_ANOTHER_NAME: Record<string, string[]> = {
  buy: ['buy', 'rent', 'trade'],
  rent: ['rent', 'buy'],
  scrape: ['scrape'],
  fake_profile: ['fake_profile'],
  preticked: ['preticked'],
  fake_re: ['fake_re'],
  guess: ['guess'],
};

/** An excluded practice that is then used: both places. */
export function excludedThenUsed(the: Case): Finding[] {
  const checked = checksOf(the).length > 0;
  for (const [kind, denials] of excludedKinds(the)) {
    if (checked && /^(buy|rent|trade|shady)$/.test(kind)) continue;
    for (const name of USED_UNDER_ANOTHER_NAME[kind] ?? []) {
      const use = used(the, name).filter(
        (finding) =>
          !denials.some(
            (denial) => denial.sentence === finding.sentence && denial.cue.from === finding.cue.from,
          ),
      );
      const denial = denials.find((one) => !one.sentence.question);
      if (use.length > 0 && denial !== undefined) return [denial, ...use.slice(0, 2)];
    }
  }
  return [];
}

/** Exclusions with an escape clause ("never, except in the fourth quarter"). */
export function escapes(the: Case): Finding[] {
  return [...excludedKinds(the).values()].flat().filter((finding) => finding.sentence.exception);
}

/** Two concrete exclusions are met, one or "no spam" partial, one that is then used contradicted. */
export function judgeExclusions(the: Case): Judgement {
  const clash = excludedThenUsed(the);
  if (clash.length > 0) return { verdict: 'contradicted', because: clash };
  const breached = escapes(the);
  if (breached.length > 0) return { verdict: 'contradicted', because: breached };
  const kinds = excludedKinds(the);
  const firm = [...kinds].filter(
    ([kind, list]) => kind !== 'spam' && list.some((finding) => finding.strength === 2),
  );
  const because = unique([...kinds.values()].flatMap((list) => list.slice(0, 1)));
  if (firm.length >= 2) return { verdict: 'met', because };
  if (kinds.size > 0 && [...kinds.values()].flat().some((finding) => finding.strength === 2))
    return { verdict: 'partial', because };
  if (kinds.size >= 2) return { verdict: 'partial', because };
  return { verdict: 'missing', because: [] };
}
