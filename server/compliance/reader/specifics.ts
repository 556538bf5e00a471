import { type Cue, hasTag } from './assertion.ts';
import type { Finding } from './facets.ts';
import type { Case } from './judge.ts';

/** Tags that are a concrete detail, by how they are told apart: once in all, or once per wording. */
const DETAILS: Record<string, 'once' | 'wording'> = {
  dur: 'wording',
  deadline: 'wording',
  immediate: 'once',
  role: 'wording',
  tool: 'once',
  freq: 'wording',
  sample: 'wording',
  clock: 'once',
  recfield: 'wording',
  recfieldx: 'wording',
};

/** Concrete details of compliance practice: deadline, role, tool, frequency, number, recorded field. */
export function specifics(the: Case, topics: ReadonlySet<string>): Finding[] {
  const found = new Map<string, Finding>();
  for (const field of [the.fields.statement, the.fields.data_sourcing]) {
    for (const sentence of field.sentences) {
      if (!sentence.cues.some((cue) => DETAILS[cue.tag] !== undefined)) continue;
      const onTopic = sentence.cues.some((cue) => topics.has(cue.tag) && cue.mode === 'own');
      if (!onTopic) continue;
      const recording =
        hasTag(sentence, 'record') || hasTag(sentence, 'storeverb') || sentence.field === 'data_sourcing';
      const taken: Cue[] = [];
      const details = sentence.cues.filter((cue) => DETAILS[cue.tag] !== undefined);
      for (const cue of details.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
        const kind = DETAILS[cue.tag];
        if (cue.tag.startsWith('recfield') && !recording) continue;
        if (kind === undefined || (cue.mode !== 'own' && cue.mode !== 'hedged')) continue;
        if (cue.mode === 'hedged' && cue.tag !== 'dur') continue;
        if (taken.some((other) => other.from < cue.to && cue.from < other.to)) continue;
        taken.push(cue);
        const key = kind === 'once' ? cue.tag : `${cue.tag}:${wording(field.tokens, cue)}`;
        if (!found.has(key)) {
          found.set(key, {
            facet: 'specific',
            rule: `practice_specificity.${cue.tag}`,
            strength: 2,
            mode: 'own',
            sentence,
            cue,
            cues: [cue],
          });
        }
      }
    }
  }
  return [...found.values()];
}

function wording(tokens: readonly { word: string }[], cue: Cue): string {
  return tokens
    .slice(cue.from, cue.to)
    .map((token) => token.word)
    .join(' ');
}
