import { assess, type ReadSentence } from './assertion.ts';
import { detectLanguage } from './language.ts';
import { findTags, type Hit } from './match.ts';
import { normalise, type Plain } from './normalise.ts';
import type { Lexicon } from './patterns.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { NEGATOR, PRACTICE, SAME } from './tags.ts';
import { type Token, tokenise } from './tokens.ts';
import type { FieldName } from './types.ts';
import { ROLES, type WordBook } from './words.ts';

/** A field, folded, cut into sentences, every cue found and its assertion read. */
export interface ReadField {
  name: FieldName;
  plain: Plain;
  tokens: Token[];
  sentences: ReadSentence[];
  language: string;
}

export interface TextTools {
  confusables: Record<string, string>;
  abbreviations: ReadonlySet<string>;
  words: WordBook;
  lexicons: ReadonlyMap<string, Lexicon>;
}

const STUB_WORDS = 3;
/** Reads one field. `fallback` is the language of a text too short to tell its own. */
export function readField(
  name: FieldName,
  source: string,
  tools: TextTools,
  fallback: string | null,
): ReadField {
  const plain = normalise(source, tools.confusables);
  const tokens = tokenise(plain, tools.words);
  const language = detectLanguage(plain.lower, tokens, fallback);
  const lexicon = tools.lexicons.get(language) ?? (tools.lexicons.get('en') as Lexicon);
  const raw = splitSentences(plain, tokens, name, tools.abbreviations);
  const sentences: ReadSentence[] = [];
  let carried = false;
  let stub = false;
  for (let at = 0; at < raw.length; at += 1) {
    const sentence = raw[at] as Sentence;
    const hits = findTags(lexicon, tokens, sentence);
    const before = raw[at - 1];
    if (carried && (before === undefined || (!sentence.bullet && !before.opens && !before.question)))
      carried = false;
    const next = raw[at + 1];
    const answered = sentence.question && next !== undefined ? (tokens[next.from] as Token).known.roles : 0;
    const denied = (answered & ROLES.answers_no) !== 0;
    const answer = denied || (answered & ROLES.answers_yes) !== 0;
    const same =
      hits.some((hit) => (hit.kind & SAME) !== 0 && hit.from === sentence.from) && negates(sentences[at - 1]);
    if (answer) sentence.question = false;
    sentences.push(assess(sentence, tokens, hits, carried || stub || same || denied));
    if (answer) sentence.question = true;
    stub = isStub(sentence, tokens, hits);
    if ((sentence.opens || sentence.question) && !answer && hits.some((hit) => (hit.kind & NEGATOR) !== 0))
      carried = true;
  }
  return { name, plain, tokens, sentences, language };
}

/** "Never. Bought files, robots.": a line that opens with a bare refusal refuses what follows. */
function isStub(sentence: Sentence, tokens: readonly Token[], hits: readonly Hit[]): boolean {
  if (sentence.question || sentence.to - sentence.from > STUB_WORDS) return false;
  const starts = sentence.from === 0 || (tokens[sentence.from] as Token).gap.includes('\n');
  return (
    starts &&
    hits.some((hit) => (hit.kind & NEGATOR) !== 0) &&
    !hits.some((hit) => (hit.kind & PRACTICE) !== 0)
  );
}

/** "Lookalikes are forbidden. So are quizzes": the sentence before rules something out. */
function negates(before: ReadSentence | undefined): boolean {
  return (
    before?.cues.some(
      (cue) => (cue.kind & PRACTICE) !== 0 && cue.clauseNegated && cue.tag.startsWith('px.'),
    ) ?? false
  );
}
