import type { Finding, Findings } from './facets.ts';
import type { ReadField } from './text.ts';
import type { Book, FieldName, Need, Verdict } from './types.ts';

/** A verdict with the findings it rests on. */
export interface Judgement {
  verdict: Verdict;
  because: Finding[];
}

/** Everything a judge may look at. */
export interface Case {
  book: Book;
  channels: ReadonlySet<string>;
  zones: ReadonlySet<string>;
  regions: ReadonlySet<string>;
  fields: Record<FieldName, ReadField>;
  findings: Findings;
}

const STEP_DOWN: Record<Verdict, Verdict> = {
  met: 'partial',
  partial: 'missing',
  missing: 'missing',
  contradicted: 'contradicted',
};
export const RANK: Record<Verdict, number> = { contradicted: -1, missing: 0, partial: 1, met: 2 };

/** The findings of a facet that are at least so firm. */
export function found(the: Case, facet: string, strength: 0 | 1 | 2 = 2): Finding[] {
  return (the.findings.get(facet) ?? []).filter((finding) => finding.strength >= strength);
}

export function has(the: Case, facet: string, strength: 0 | 1 | 2 = 2): boolean {
  return (the.findings.get(facet) ?? []).some((finding) => finding.strength >= strength);
}

/** Judges a criterion by the table of the book: hedged facts lower the label one step. */
export function judgeByTable(the: Case, id: string): Judgement {
  const table = the.book.verdicts[id];
  if (table === undefined) return { verdict: 'missing', because: [] };
  for (const facet of table.contradicted ?? []) {
    const against = found(the, `${id}.${facet}`, 1);
    if (against.length > 0)
      return { verdict: 'contradicted', because: [...against, ...support(the, id, table.met, 1)] };
  }
  const onWish = (the.findings.get(`${id}.route`) ?? []).filter((finding) => finding.mode === 'conditional');
  if (id === 'opt_out_mechanism' && onWish.length > 0 && !has(the, `${id}.route`, 1)) {
    return { verdict: 'contradicted', because: onWish };
  }
  const firm = level(the, id, table, 2);
  const loose = STEP_DOWN[level(the, id, table, 1)];
  const verdict = RANK[firm] >= RANK[loose] ? firm : loose;
  if (verdict === 'missing') return { verdict, because: [] };
  const because = [
    ...support(the, id, table.met, firm === verdict ? 2 : 1),
    ...support(the, id, table.partial, firm === verdict ? 2 : 1),
  ];
  return { verdict, because: unique(because) };
}

function level(
  the: Case,
  id: string,
  table: { met?: readonly Need[]; partial?: readonly Need[] },
  strength: 1 | 2,
): Verdict {
  if (table.met?.some((need) => satisfied(the, id, need, strength))) return 'met';
  if (table.partial?.some((need) => satisfied(the, id, need, strength))) return 'partial';
  return 'missing';
}

function satisfied(the: Case, id: string, need: Need, strength: 1 | 2): boolean {
  return need.of.filter((facet) => has(the, `${id}.${facet}`, strength)).length >= need.n;
}

function support(the: Case, id: string, needs: readonly Need[] | undefined, strength: 1 | 2): Finding[] {
  const facets = new Set((needs ?? []).flatMap((need) => need.of));
  return unique([...facets].flatMap((facet) => found(the, `${id}.${facet}`, strength).slice(0, 2)));
}

export function unique(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.sentence.field}:${finding.sentence.index}:${finding.facet}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Findings that state the author's own present practice, of any compliance facet. */
export function practice(the: Case): Finding[] {
  const own: Finding[] = [];
  for (const [facet, findings] of the.findings) {
    if (
      /^(px|talk|law|region|flag|specific|injection|voice)\b|^source\.(generic|vacuous|partner)$/.test(facet)
    )
      continue;
    own.push(...findings.filter((finding) => finding.strength > 0));
  }
  return own;
}
