import type { Cue, Mode, ReadSentence } from './assertion.ts';

interface Term {
  tags: string[];
  polarity: 'affirmed' | 'negated' | 'any';
  absent: boolean;
  near: boolean;
  /** With `absent`: only an affirmed cue forbids. */
  strict: boolean;
}

export interface Rule {
  id: string;
  facet: string;
  terms: Term[];
  clause: boolean;
  field: 'statement' | 'data_sourcing' | null;
}

/** A fact the text states: which rule found it, where, and how firmly it is said (2 own, 1 hedged, 0 not own). */
export interface Finding {
  facet: string;
  rule: string;
  strength: 0 | 1 | 2;
  mode: Mode;
  sentence: ReadSentence;
  cue: Cue;
  cues: Cue[];
}

export type Findings = Map<string, Finding[]>;

/** Reads rules such as `optout & device|footer & !cond @clause`; see docs/scoring.md for the notation. */
export function compileRules(rules: Record<string, readonly string[]>): Map<string, Rule[]> {
  const byTag = new Map<string, Rule[]>();
  for (const [facet, sources] of Object.entries(rules)) {
    sources.forEach((source, index) => {
      const words = source.split(' @');
      const scopes = words.slice(1);
      const terms = (words[0] as string).split(' & ').map(parseTerm);
      const rule: Rule = {
        id: `${facet}#${index + 1}`,
        facet,
        terms,
        clause: scopes.includes('clause'),
        field: scopes.includes('D') ? 'data_sourcing' : scopes.includes('S') ? 'statement' : null,
      };
      const anchor = terms[0];
      if (anchor === undefined || anchor.absent || anchor.near)
        throw new Error(`rule without an anchor: ${source}`);
      for (const tag of anchor.tags) {
        const list = byTag.get(tag);
        if (list === undefined) byTag.set(tag, [rule]);
        else list.push(rule);
      }
    });
  }
  return byTag;
}

function parseTerm(source: string): Term {
  let text = source.trim();
  const term: Term = { tags: [], polarity: 'affirmed', absent: false, near: false, strict: false };
  for (; /^[-?!+~]/.test(text); text = text.slice(1)) {
    if (text[0] === '-') term.polarity = 'negated';
    else if (text[0] === '?') term.polarity = 'any';
    else if (text[0] === '!') term.absent = true;
    else if (text[0] === '~') term.strict = true;
    else term.near = true;
  }
  term.tags = text.split('|');
  return term;
}

/** Applies every rule to every sentence. */
export function findFacets(rules: Map<string, Rule[]>, sentences: readonly ReadSentence[]): Findings {
  const findings: Findings = new Map();
  sentences.forEach((sentence, at) => {
    const tried = new Set<Rule>();
    for (const tag of sentence.byTag.keys()) {
      for (const rule of rules.get(tag) ?? []) {
        if (tried.has(rule)) continue;
        tried.add(rule);
        const finding = apply(rule, sentence, sentences, at);
        if (finding === null) continue;
        const list = findings.get(rule.facet);
        if (list === undefined) findings.set(rule.facet, [finding]);
        else list.push(finding);
      }
    }
  });
  return findings;
}

function apply(rule: Rule, sentence: ReadSentence, all: readonly ReadSentence[], at: number): Finding | null {
  if (rule.field !== null && sentence.field !== rule.field) return null;
  let best: Finding | null = null;
  for (const anchor of candidates(rule.terms[0] as Term, sentence, null)) {
    const cues: Cue[] = [anchor];
    let strength = strengthOf(anchor.mode);
    let mode = anchor.mode;
    let failed = false;
    for (const term of rule.terms.slice(1)) {
      const scope = rule.clause ? anchor.clause : null;
      const found = pick(term, sentence, scope) ?? (term.near && !term.absent ? nearby(term, all, at) : null);
      if (term.absent) {
        if (candidates(term, sentence, scope).length > 0) failed = true;
        continue;
      }
      if (found === null) {
        failed = true;
        break;
      }
      if (sentence.cues.includes(found)) cues.push(found);
      const own = strengthOf(found.mode);
      const asked = (found.mode === 'question' || found.mode === 'law') && !sentence.cues.includes(found);
      if (own < strength && !asked) {
        strength = own;
        mode = found.mode;
      }
    }
    if (failed) continue;
    if (best === null || strength > best.strength) {
      best = { facet: rule.facet, rule: rule.id, strength, mode, sentence, cue: anchor, cues };
    }
    if (strength === 2) break;
  }
  return best;
}

function candidates(term: Term, sentence: ReadSentence, clause: number | null): Cue[] {
  const found: Cue[] = [];
  for (const tag of term.tags) {
    for (const cue of sentence.byTag.get(tag) ?? []) {
      if (clause !== null && cue.clause !== clause) continue;
      if ((term.absent && !term.strict) || agrees(term, cue)) found.push(cue);
    }
  }
  return found;
}

function agrees(term: Term, cue: Cue): boolean {
  if (term.polarity === 'any') return true;
  const negated = /^(px|bad)\./.test(cue.tag) ? cue.clauseNegated : cue.negated;
  return negated === (term.polarity === 'negated');
}

function pick(term: Term, sentence: ReadSentence, clause: number | null): Cue | null {
  let best: Cue | null = null;
  for (const cue of candidates(term, sentence, clause)) {
    if (best === null || strengthOf(cue.mode) > strengthOf(best.mode)) best = cue;
  }
  return best;
}

function nearby(term: Term, all: readonly ReadSentence[], at: number): Cue | null {
  const here = all[at] as ReadSentence;
  for (const step of [1, -1]) {
    const other = all[at + step];
    if (other === undefined || other.field !== here.field || other.paragraph !== here.paragraph) continue;
    const found = pick(term, other, null);
    if (found !== null) return found;
  }
  return null;
}

/** 2 own present practice, 1 hedged, 0 anything that is no evidence of practice. */
export function strengthOf(mode: Mode): 0 | 1 | 2 {
  return mode === 'own' ? 2 : mode === 'hedged' ? 1 : 0;
}
