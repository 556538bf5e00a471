import type { Cue, ReadSentence } from './assertion.ts';
import type { Mode } from './match.ts';
import { PRACTICE } from './tags.ts';
import type { Rule, Rules, Term } from './terms.ts';

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

/** Scratch: the sentence each rule was tried in last. */
let tried = new Int32Array(1_024);
let turn = 0;

/** Applies every rule to every sentence. */
export function findFacets(rules: Rules, sentences: readonly ReadSentence[]): Findings {
  const findings: Findings = new Map();
  for (let at = 0; at < sentences.length; at += 1) {
    const sentence = sentences[at] as ReadSentence;
    turn = turn === 0x7fff_ffff ? 1 : turn + 1;
    for (const { id } of sentence.cues) {
      const list = rules[id];
      if (list === undefined) continue;
      for (const rule of list) {
        if (rule.index >= tried.length) tried = new Int32Array(rule.index * 2);
        if (tried[rule.index] === turn) continue;
        tried[rule.index] = turn;
        if ((rule.field !== null && sentence.field !== rule.field) || !possible(rule, sentence)) continue;
        const finding = apply(rule, sentence, sentences, at);
        if (finding === null) continue;
        const known = findings.get(rule.facet);
        if (known === undefined) findings.set(rule.facet, [finding]);
        else known.push(finding);
      }
    }
  }
  return findings;
}

/** Whether the sentence holds a tag of every term that must stand in it. */
function possible(rule: Rule, sentence: ReadSentence): boolean {
  const { terms } = rule;
  for (let i = 1; i < terms.length; i += 1) {
    const term = terms[i] as Term;
    if (!term.absent && !term.near && !holds(sentence, term)) return false;
  }
  return true;
}

function holds(sentence: ReadSentence, term: Term): boolean {
  const { tags } = sentence;
  const { mask } = term;
  for (let i = 0; i < mask.length; i += 1) if (((tags[i] ?? 0) & (mask[i] ?? 0)) !== 0) return true;
  return false;
}

function apply(rule: Rule, sentence: ReadSentence, all: readonly ReadSentence[], at: number): Finding | null {
  let best: Finding | null = null;
  const { terms } = rule;
  const first = terms[0] as Term;
  for (const anchor of sentence.cues) {
    if (!carries(first, anchor) || !agrees(first, anchor)) continue;
    const cues: Cue[] = [anchor];
    let strength = strengthOf(anchor.mode);
    let mode = anchor.mode;
    let failed = false;
    for (let t = 1; t < terms.length; t += 1) {
      const term = terms[t] as Term;
      const clause = rule.clause ? anchor.clause : -1;
      if (term.absent) {
        if (forbidden(term, sentence, clause)) {
          failed = true;
          break;
        }
        continue;
      }
      let own = true;
      let found = pick(term, sentence, clause);
      if (found === null && term.near) {
        found = nearby(term, all, at);
        own = false;
      }
      if (found === null) {
        failed = true;
        break;
      }
      if (own) cues.push(found);
      const firmness = strengthOf(found.mode);
      const asked = (found.mode === 'question' || found.mode === 'law') && !own;
      if (firmness < strength && !asked) {
        strength = firmness;
        mode = found.mode;
      }
    }
    if (failed) continue;
    if (best === null || strength > best.strength)
      best = { facet: rule.facet, rule: rule.id, strength, mode, sentence, cue: anchor, cues };
    if (strength === 2) break;
  }
  return best;
}

function carries(term: Term, cue: Cue): boolean {
  return (((term.mask[cue.id >> 5] ?? 0) >>> (cue.id & 31)) & 1) === 1;
}

function forbidden(term: Term, sentence: ReadSentence, clause: number): boolean {
  if (!holds(sentence, term)) return false;
  for (const cue of sentence.cues) {
    if (!carries(term, cue) || (clause >= 0 && cue.clause !== clause)) continue;
    if (!term.strict || agrees(term, cue)) return true;
  }
  return false;
}

function agrees(term: Term, cue: Cue): boolean {
  if (term.polarity === 'any') return true;
  const negated = (cue.kind & PRACTICE) !== 0 ? cue.clauseNegated : cue.negated;
  return negated === (term.polarity === 'negated');
}

function pick(term: Term, sentence: ReadSentence, clause: number): Cue | null {
  let best: Cue | null = null;
  if (!holds(sentence, term)) return null;
  for (const tag of term.tags) {
    for (const cue of sentence.cues) {
      if (cue.id !== tag || (clause >= 0 && cue.clause !== clause) || !agrees(term, cue)) continue;
      if (best === null || strengthOf(cue.mode) > strengthOf(best.mode)) best = cue;
      if (best.mode === 'own') return best;
    }
  }
  return best;
}

function nearby(term: Term, all: readonly ReadSentence[], at: number): Cue | null {
  const here = all[at] as ReadSentence;
  for (let step = 1; step >= -1; step -= 2) {
    const other = all[at + step];
    if (other === undefined || other.field !== here.field || other.paragraph !== here.paragraph) continue;
    const found = pick(term, other, -1);
    if (found !== null) return found;
  }
  return null;
}

/** 2 own present practice, 1 hedged, 0 anything that is no evidence of practice. */
export function strengthOf(mode: Mode): 0 | 1 | 2 {
  return mode === 'own' ? 2 : mode === 'hedged' ? 1 : 0;
}
