/** The shapes the statement reader takes and gives. Offsets are UTF-16 units of the field as submitted. */

export type FieldName = 'statement' | 'data_sourcing';
export type Verdict = 'met' | 'partial' | 'missing' | 'contradicted';
export type Band = 'pass' | 'review' | 'reject';
export type Severity = 'blocking' | 'major' | 'minor';

export interface Evidence {
  field: FieldName;
  start: number;
  end: number;
  quote: string;
  /** The words that triggered the rule, as written. */
  cue: string;
  /** Id of the rule in the book, e.g. `opt_out_mechanism.route#2`. */
  rule: string;
}

export interface StatementInput {
  channels: readonly string[];
  regions: readonly string[];
  statement: string;
  data_sourcing: string;
  /** Set when an index of earlier statements found this text again: the copied spans. */
  copied?: readonly { field: FieldName; start: number; end: number }[];
}

export interface CriterionReading {
  verdict: Verdict;
  weight: number;
  points: number;
  evidence: Evidence[];
  /** Key of the sentence that says what was looked for. */
  looked_for: string;
}

export interface FlagReading {
  id: string;
  severity: Severity;
  evidence: Evidence[];
}

export interface CapReading {
  reason: string;
  from: number;
  to: number;
}

export interface Reading {
  /** 0 to 100, not rounded. */
  score: number;
  band: Band;
  completeness: number;
  coherence: number;
  coherent: boolean;
  criteria: Record<string, CriterionReading>;
  red_flags: FlagReading[];
  caps: CapReading[];
  /** `en`, `de`, `fr`, `es`, or `und` when the language is none of these. */
  language: string;
  /** True when the language is not read: people fill the sheet by hand. */
  not_read: boolean;
  rubric_version: string;
}

export type TagLists = Record<string, readonly string[]>;

export interface Need {
  n: number;
  of: readonly string[];
}

export interface VerdictTable {
  met?: readonly Need[];
  partial?: readonly Need[];
  contradicted?: readonly string[];
}

/** The rule book as data: weights and caps, the vocabulary per language, the rules that combine it. */
export interface Book {
  version: string;
  credits: Record<Verdict, number>;
  core: readonly string[];
  key: readonly string[];
  minor_penalty: { each: number; max: number };
  caps: Record<string, number>;
  bands: { pass_min: number; review_min: number };
  criteria: readonly { id: string; area: string; weight: number; applies: string }[];
  red_flags: readonly { id: string; severity: Severity }[];
  verdicts: Record<string, VerdictTable>;
  regimes: Record<string, readonly string[]>;
  lexicon: Record<string, TagLists>;
  rules: Record<string, readonly string[]>;
  /** Tags whose presence makes a concrete detail of the sentence one of compliance practice. */
  topics: readonly string[];
  word_roles: Record<string, readonly string[]>;
  function_words: Record<string, readonly string[]>;
  abbreviations: readonly string[];
  number_words: readonly string[];
  confusables: Record<string, string>;
}
