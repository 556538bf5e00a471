import { assess, type ReadSentence } from './assertion.ts';
import { detectLanguage, type FunctionWords } from './language.ts';
import { findTags } from './match.ts';
import { normalise, type Plain } from './normalise.ts';
import type { Lexicon } from './patterns.ts';
import { splitSentences } from './sentences.ts';
import { type Token, tokenise } from './tokens.ts';
import type { FieldName } from './types.ts';

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
  functionWords: FunctionWords;
  lexicons: ReadonlyMap<string, Lexicon>;
}

const ANSWER_NO = /^(no|never|nein|niemals|nie|non|jamais|nunca|jamas|none|nope|nothing|nobody)$/;
const ANSWER_YES = /^(yes|ja|oui|si|of|correct)$/;

/** Reads one field. `fallback` is the language of a text too short to tell its own. */
export function readField(
  name: FieldName,
  source: string,
  tools: TextTools,
  fallback: string | null,
): ReadField {
  const plain = normalise(source, tools.confusables);
  const tokens = tokenise(plain);
  const language = detectLanguage(plain.lower, tokens, tools.functionWords, fallback);
  const lexicon = tools.lexicons.get(language) ?? (tools.lexicons.get('en') as Lexicon);
  const raw = splitSentences(plain, tokens, name, tools.abbreviations);
  const sentences: ReadSentence[] = [];
  let carried = false;
  raw.forEach((sentence, at) => {
    const hits = findTags(lexicon, tokens, sentence);
    const before = raw[at - 1];
    if (carried && (before === undefined || (!sentence.bullet && !before.opens && !before.question)))
      carried = false;
    const next = raw[at + 1];
    const answered = sentence.question && next !== undefined ? (tokens[next.from] as Token).word : '';
    const same =
      hits.some((hit) => hit.tag === 'as.same' && hit.from === sentence.from) && negates(sentences[at - 1]);
    const reading = assess(
      { ...sentence, question: sentence.question && !isAnswer(answered) },
      tokens,
      hits,
      carried || same || ANSWER_NO.test(answered),
    );
    sentences.push(reading);
    if (
      (sentence.opens || sentence.question) &&
      hits.some((hit) => /^as\.(neglist|neg|negpost|nodet)$/.test(hit.tag)) &&
      !isAnswer(answered)
    )
      carried = true;
  });
  return { name, plain, tokens, sentences, language };
}

function isAnswer(word: string): boolean {
  return ANSWER_NO.test(word) || ANSWER_YES.test(word);
}

/** "Lookalikes are forbidden. So are quizzes": the sentence before rules something out. */
function negates(before: ReadSentence | undefined): boolean {
  return before?.cues.some((cue) => cue.tag.startsWith('px.') && cue.clauseNegated) ?? false;
}
