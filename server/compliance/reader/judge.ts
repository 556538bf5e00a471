import type { ReadSentence } from './assertion.ts';
import type { Finding, Findings } from './facets.ts';
import type { ReadField } from './text.ts';
import type { Book, FieldName, Need, Verdict, VerdictTable } from './types.ts';

/** A verdict with the findings it rests on. */
export interface Judgement {
  verdict: Verdict;
  because: Finding[];
}

/** Everything a judge may look at. */
export interface Case {
  book: Book;
  topics: ReadonlySet<string>;
  channels: ReadonlySet<string>;
  zones: ReadonlySet<string>;
  regions: ReadonlySet<string>;
  fields: Record<FieldName, ReadField>;
  findings: Findings;
  /** Findings of the author's own present practice, gathered on first need. */
  practice: Finding[] | null;
  tables: Tables;
}

/** Verdict tables with the facts written out: `retention.period`. */
export type Tables = ReadonlyMap<string, Required<VerdictTable>>;

/** Writes the facts of each verdict table out, once per book. */
export function compileTables(book: Book): Tables {
  const tables = new Map<string, Required<VerdictTable>>();
  for (const [id, table] of Object.entries(book.verdicts)) {
    const full = (facet: string): string => `${id}.${facet}`;
    const needs = (list: readonly Need[] | undefined): Need[] =>
      (list ?? []).map(({ n, of }) => ({ n, of: of.map(full) }));
    tables.set(id, {
      met: needs(table.met),
      partial: needs(table.partial),
      contradicted: (table.contradicted ?? []).map(full),
    });
  }
  return tables;
}

const NONE: Finding[] = [];

const STEP_DOWN: Record<Verdict, Verdict> = {
  met: 'partial',
  partial: 'missing',
  missing: 'missing',
  contradicted: 'contradicted',
};
export const RANK: Record<Verdict, number> = { contradicted: -1, missing: 0, partial: 1, met: 2 };

/** The findings of a facet that are at least so firm. */
export function found(the: Case, facet: string, strength: 0 | 1 | 2 = 2): Finding[] {
  const known = the.findings.get(facet);
  if (known === undefined) return NONE;
  return strength === 0 ? known : known.filter((finding) => finding.strength >= strength);
}

export function has(the: Case, facet: string, strength: 0 | 1 | 2 = 2): boolean {
  const known = the.findings.get(facet);
  if (known === undefined) return false;
  for (const finding of known) if (finding.strength >= strength) return true;
  return false;
}

/** Judges a criterion by the table of the book: hedged facts lower the label one step. */
export function judgeByTable(the: Case, id: string): Judgement {
  const table = the.tables.get(id);
  if (table === undefined) return { verdict: 'missing', because: [] };
  for (const facet of table.contradicted) {
    const against = found(the, facet, 1);
    if (against.length > 0)
      return { verdict: 'contradicted', because: [...against, ...support(the, table.met, 1)] };
  }
  if (id === 'opt_out_mechanism' && !has(the, 'opt_out_mechanism.route', 1)) {
    const onWish = found(the, 'opt_out_mechanism.route', 0).filter(({ mode }) => mode === 'conditional');
    if (onWish.length > 0) return { verdict: 'contradicted', because: onWish };
  }
  const firm = level(the, table, 2);
  const loose = STEP_DOWN[level(the, table, 1)];
  const verdict = RANK[firm] >= RANK[loose] ? firm : loose;
  if (verdict === 'missing') return { verdict, because: [] };
  const strength = firm === verdict ? 2 : 1;
  return {
    verdict,
    because: unique([...support(the, table.met, strength), ...support(the, table.partial, strength)]),
  };
}

function level(the: Case, table: Required<VerdictTable>, strength: 1 | 2): Verdict {
  if (table.met.some((need) => satisfied(the, need, strength))) return 'met';
  return table.partial.some((need) => satisfied(the, need, strength)) ? 'partial' : 'missing';
}

function satisfied(the: Case, need: Need, strength: 1 | 2): boolean {
  let count = 0;
  for (const facet of need.of) if (has(the, facet, strength)) count += 1;
  return count >= need.n;
}

function support(the: Case, needs: readonly Need[], strength: 1 | 2): Finding[] {
  const list: Finding[] = [];
  const seen = new Set<string>();
  for (const { of } of needs)
    for (const facet of of) {
      if (seen.has(facet)) continue;
      seen.add(facet);
      list.push(...found(the, facet, strength).slice(0, 2));
    }
  return unique(list);
}

export function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map<ReadSentence, Set<string>>();
  return findings.filter(({ sentence, facet }) => {
    const facets = seen.get(sentence);
    if (facets === undefined) seen.set(sentence, new Set([facet]));
    else if (facets.has(facet)) return false;
    else facets.add(facet);
    return true;
  });
}

const NO_PRACTICE =
  /^(px|talk|law|region|flag|specific|injection|voice)\b|^source\.(generic|vacuous|partner)$/;
const isPractice = new Map<string, boolean>();

/** Findings that state the author's own present practice, of any compliance facet. */
export function practice(the: Case): Finding[] {
  if (the.practice !== null) return the.practice;
  const own: Finding[] = [];
  for (const [facet, findings] of the.findings) {
    let counts = isPractice.get(facet);
    if (counts === undefined) {
      counts = !NO_PRACTICE.test(facet);
      isPractice.set(facet, counts);
    }
    if (counts) for (const finding of findings) if (finding.strength > 0) own.push(finding);
  }
  the.practice = own;
  return own;
}
