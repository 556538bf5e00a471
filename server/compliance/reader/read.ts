import { type Cue, hasTag, type ReadSentence } from './assertion.ts';
import { judgeAll } from './criteria.ts';
import { evidenceList, rawEvidence } from './evidence.ts';
import { findFacets } from './facets.ts';
import { raiseFlags } from './flags.ts';
import { isTermSoup } from './integrity.ts';
import { type Case, compileTables, type Tables } from './judge.ts';
import { indexFunctionWords, inOtherScript } from './language.ts';
import { compileLexicon, type Lexicon } from './patterns.ts';
import { zonesOf } from './regimes.ts';
import { scoreOf } from './score.ts';
import { emptyTags } from './tags.ts';
import { compileRules, type Rules } from './terms.ts';
import { type ReadField, readField, type TextTools } from './text.ts';
import type { Book, CriterionReading, Reading, StatementInput } from './types.ts';
import { indexRoles } from './words.ts';

/** A rule book made ready: patterns merged per language, rules indexed by their first cue. */
export interface Reader {
  book: Book;
  tools: TextTools;
  rules: Rules;
  topics: ReadonlySet<string>;
  tables: Tables;
}

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;

/** Compiles a rule book. Throws where a pattern or rule of the book is malformed, naming it. */
export function compileBook(book: Book): Reader {
  const lexicons = new Map<string, Lexicon>();
  const tags = emptyTags();
  LANGUAGES.forEach((language, index) => {
    const lists = [book.lexicon.common ?? {}, book.lexicon[language] ?? {}];
    lexicons.set(language, compileLexicon(lists, book.number_words, tags, index));
  });
  const functionWords = indexFunctionWords(book.function_words);
  return {
    book,
    topics: new Set(book.topics),
    tables: compileTables(book),
    rules: compileRules(book.rules, tags),
    tools: {
      confusables: book.confusables,
      abbreviations: new Set(book.abbreviations),
      words: { met: new Map(), functionWords, roles: indexRoles(book.word_roles) },
      lexicons,
    },
  };
}

/**
 * Reads statement and sourcing text together (M17, M18): verdicts with evidence, flags, caps, score.
 * Pure and deterministic; offsets are UTF-16 units of the text as submitted.
 */
export function readStatement(reader: Reader, input: StatementInput): Reading {
  const { book, tools } = reader;
  const statement = readField('statement', input.statement, tools, null);
  const sourcing = readField(
    'data_sourcing',
    input.data_sourcing,
    tools,
    statement.language === 'und' ? null : statement.language,
  );
  const both = [statement, sourcing];
  for (const field of both) discredit(field);
  const sentences = [...statement.sentences, ...sourcing.sentences];
  const the: Case = {
    book,
    topics: reader.topics,
    channels: new Set(input.channels),
    regions: new Set(input.regions),
    zones: zonesOf(input.regions),
    fields: { statement, data_sourcing: sourcing },
    findings: findFacets(reader.rules, sentences),
    practice: null,
    tables: reader.tables,
  };
  const judged = judgeAll(the);
  const copied = (input.copied ?? []).map(({ field, start, end }) =>
    rawEvidence(the.fields[field], start, end, 'boilerplate_copy.shingles'),
  );
  const flags = raiseFlags(the, judged.criteria, copied);
  const coherent = judged.coherent && !flags.some((flag) => flag.id === 'non_statement');
  const scored = scoreOf(book, judged.criteria, flags, coherent);
  const notRead =
    statement.language === 'und' &&
    (inOtherScript(input.statement) ||
      (input.statement.length >= 80 && !flags.some((flag) => flag.id === 'non_statement')));
  const criteria: Record<string, CriterionReading> = {};
  for (const { id, weight } of book.criteria) {
    const judgement = judged.criteria.get(id);
    if (judgement === undefined) continue;
    criteria[id] = {
      verdict: judgement.verdict,
      weight,
      points: weight * book.credits[judgement.verdict],
      evidence: judgement.verdict === 'missing' ? [] : evidenceList(the, judgement.because),
      looked_for: `rubric.looked_for.${id}`,
    };
  }
  return {
    score: scored.score,
    band: notRead ? 'review' : scored.band,
    completeness: scored.completeness,
    coherence: scored.coherence,
    coherent,
    criteria,
    red_flags: flags,
    caps: scored.caps,
    language: statement.language,
    not_read: notRead,
    rubric_version: book.version,
  };
}

/** Lists of bare terms and paragraphs addressed to a machine are never credited. */
function discredit(field: ReadField): void {
  const ordered = new Set(
    field.sentences.filter((sentence) => hasTag(sentence, 'inj.order')).map((sentence) => sentence.paragraph),
  );
  for (const sentence of field.sentences) {
    if (ordered.has(sentence.paragraph) || isTermSoup(field, sentence.from, sentence.to)) empty(sentence);
  }
}

function empty(sentence: ReadSentence): void {
  for (const cue of sentence.cues as Cue[]) cue.mode = 'void';
}
