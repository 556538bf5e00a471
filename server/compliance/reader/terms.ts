import { type Tags, tagId } from './tags.ts';

/** One condition of a rule: a tag out of a set, and how it must be said. */
export interface Term {
  tags: number[];
  /** The same as bits, one per tag number. */
  mask: number[];
  polarity: 'affirmed' | 'negated' | 'any';
  absent: boolean;
  near: boolean;
  /** With `absent`: only an affirmed cue forbids. */
  strict: boolean;
}

export interface Rule {
  id: string;
  /** Its number in the book. */
  index: number;
  facet: string;
  terms: Term[];
  clause: boolean;
  field: 'statement' | 'data_sourcing' | null;
}

/** Rules by the number of the tag they hang on. */
export type Rules = readonly (readonly Rule[])[];

/** Reads rules such as `optout & device|footer & !cond @clause`; see docs/scoring.md for the notation. */
export function compileRules(rules: Record<string, readonly string[]>, tags: Tags): Rules {
  const byTag: Rule[][] = [];
  let count = 0;
  for (const [facet, sources] of Object.entries(rules)) {
    sources.forEach((source, index) => {
      const words = source.split(' @');
      const scopes = words.slice(1);
      const terms = (words[0] as string).split(' & ').map((term) => parseTerm(term, tags));
      const rule: Rule = {
        id: `${facet}#${index + 1}`,
        index: count++,
        facet,
        terms,
        clause: scopes.includes('clause'),
        field: scopes.includes('D') ? 'data_sourcing' : scopes.includes('S') ? 'statement' : null,
      };
      const anchor = terms[0];
      if (anchor === undefined || anchor.absent || anchor.near)
        throw new Error(`rule without an anchor: ${source}`);
      for (const tag of anchor.tags) {
        const list = byTag[tag];
        if (list === undefined) byTag[tag] = [rule];
        else list.push(rule);
      }
    });
  }
  return byTag;
}

function parseTerm(source: string, tags: Tags): Term {
  let text = source.trim();
  const term: Term = { tags: [], mask: [], polarity: 'affirmed', absent: false, near: false, strict: false };
  for (; /^[-?!+~]/.test(text); text = text.slice(1)) {
    if (text[0] === '-') term.polarity = 'negated';
    else if (text[0] === '?') term.polarity = 'any';
    else if (text[0] === '!') term.absent = true;
    else if (text[0] === '~') term.strict = true;
    else term.near = true;
  }
  term.tags = text.split('|').map((tag) => tagId(tags, tag));
  for (const id of term.tags) term.mask[id >> 5] = (term.mask[id >> 5] ?? 0) | (1 << (id & 31));
  return term;
}
