import type { ReadSentence } from './assertion.ts';
import type { Finding } from './facets.ts';
import type { Case } from './judge.ts';
import type { ReadField } from './text.ts';
import type { Evidence } from './types.ts';

/** Sentences up to this long are shown whole. */
const WHOLE = 260;

/** The submitted words a finding rests on: its sentence, or of a long one the clauses its cues stand in. */
export function evidenceOf(the: Case, finding: Finding): Evidence {
  const field = the.fields[finding.sentence.field];
  const { sentence } = finding;
  let first = sentence.from;
  let last = sentence.to - 1;
  if (sentence.end - sentence.start > WHOLE) [first, last] = clausesOf(finding);
  return { ...span(field, first, last), cue: cueText(field, finding), rule: finding.rule };
}

function clausesOf(finding: Finding): [number, number] {
  let first = Math.min(...finding.cues.map((cue) => cue.from));
  let last = Math.max(...finding.cues.map((cue) => cue.to)) - 1;
  const clauses = new Set(finding.cues.map((cue) => cue.clause));
  for (const cue of finding.sentence.cues) {
    if (!clauses.has(cue.clause)) continue;
    first = Math.min(first, cue.from);
    last = Math.max(last, cue.to - 1);
  }
  return [first, last];
}

function span(field: ReadField, first: number, last: number): Omit<Evidence, 'cue' | 'rule'> {
  const { plain, tokens } = field;
  const start = plain.starts[tokens[first]?.start ?? 0] ?? 0;
  const end = plain.ends[(tokens[last]?.end ?? 1) - 1] ?? start;
  return { field: field.name, start, end, quote: plain.source.slice(start, end) };
}

function cueText(field: ReadField, finding: Finding): string {
  return span(field, finding.cue.from, finding.cue.to - 1).quote;
}

export function rawEvidence(field: ReadField, start: number, end: number, rule: string): Evidence {
  const quote = field.plain.source.slice(start, end);
  return { field: field.name, start, end, quote, cue: quote.slice(0, 80), rule };
}

/** The whole of a field, trimmed, as evidence; null when it is empty. */
export function wholeField(field: ReadField, rule: string): Evidence | null {
  const source = field.plain.source;
  const start = source.length - source.trimStart().length;
  const end = source.trimEnd().length;
  return end > start ? rawEvidence(field, start, end, rule) : null;
}

/** Findings as evidence, each place once, in reading order, at most `limit`. */
export function evidenceList(the: Case, findings: readonly Finding[], limit = 12): Evidence[] {
  const whole = new Set<ReadSentence>();
  const list: Evidence[] = [];
  for (const finding of findings) {
    const { sentence } = finding;
    if (whole.has(sentence)) continue;
    const evidence = evidenceOf(the, finding);
    if (sentence.end - sentence.start <= WHOLE) whole.add(sentence);
    else if (list.some((one) => same(one, evidence))) continue;
    list.push(evidence);
    if (list.length === limit) break;
  }
  return list.sort((a, b) => (a.field === b.field ? a.start - b.start : a.field === 'statement' ? -1 : 1));
}

const same = (a: Evidence, b: Evidence): boolean =>
  a.field === b.field && a.start === b.start && a.end === b.end;
