import { franc } from 'franc-min';
import type { Token } from './tokens.ts';
import type { FunctionWords } from './words.ts';

const READ: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es']);
const ISO3: Record<string, string> = { eng: 'en', deu: 'de', fra: 'fr', spa: 'es' };
/** From this length on a text must show its language; a shorter one takes that of the other field. */
const TELLING = 80;

interface Share {
  language: string;
  share: number;
}

/** Turns word lists per language round: which languages does a word belong to. */
export function indexFunctionWords(lists: Record<string, readonly string[]>): FunctionWords {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(lists)) {
    for (const word of new Set(words)) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [language]);
      else known.push(language);
    }
  }
  return index;
}

/** Share of function words per known language, the best first. */
function shares(tokens: readonly Token[]): Share[] {
  let letters = 0;
  const counts = new Map<string, number>();
  for (const { word, known } of tokens) {
    if (word.charCodeAt(0) < 58) continue;
    letters += 1;
    if (known.languages === undefined) continue;
    for (const language of known.languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts]
    .map(([language, count]) => ({ language, share: count / Math.max(1, letters) }))
    .sort((a, b) => b.share - a.share || (a.language < b.language ? -1 : 1));
}

/** Where other scripts begin; dashes and quotation marks of Latin texts lie outside. */
const BEYOND_LATIN = /[\u0370-\u1dff\u2c80-\u2dff\u3040-\u{10ffff}]/u;
const LETTER = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;
/** As few letters of another script can say what takes a Latin sentence. */
const OTHER_LETTERS = 15;

/** Whether the text is written in another script than the languages that are read, however short it is. */
export function inOtherScript(text: string): boolean {
  if (!BEYOND_LATIN.test(text)) return false;
  const letters = text.match(LETTER)?.length ?? 0;
  const others = letters - (text.match(LATIN)?.length ?? 0);
  return others >= OTHER_LETTERS && others > letters * 0.4;
}

/**
 * Names the language of a text: en, de, fr, es, or `und` for any other script, and for any other language on 80
 * characters or more.
 * Function words decide; only a text without them is given to the trigram detector.
 */
export function detectLanguage(text: string, tokens: readonly Token[], fallback: string | null): string {
  if (inOtherScript(text)) return 'und';
  const [best, second] = shares(tokens);
  const clear = best !== undefined && best.share > (second?.share ?? 0);
  if (text.length < TELLING) return clear && READ.has(best.language) ? best.language : (fallback ?? 'en');
  if (clear && best.share >= 0.14) return READ.has(best.language) ? best.language : 'und';
  // Beside a statement whose language is known, a list of sources is in that language.
  if (fallback !== null) return fallback;
  const guess = franc(text, { minLength: 40 });
  // Lists of terms hold hardly any function words, and trigrams of jargon tell little.
  if (guess === 'und' || tokens.length < 8) return 'en';
  const language = ISO3[guess];
  if (language !== undefined) return best?.language === language ? language : 'en';
  return best !== undefined && best.share >= 0.05 && READ.has(best.language) ? best.language : 'und';
}
