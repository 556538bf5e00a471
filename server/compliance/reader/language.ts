import { franc } from 'franc-min';
import type { Token } from './tokens.ts';

const READ = ['en', 'de', 'fr', 'es'] as const;
const ISO3: Record<string, string> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  sco: 'en',
  por: 'pt',
  nld: 'nl',
};

/** Share of function words per read language, the best first. */
function shares(
  tokens: readonly Token[],
  words: ReadonlyMap<string, ReadonlySet<string>>,
): [string, number][] {
  const counts = new Map<string, number>();
  let letters = 0;
  for (const token of tokens) {
    if (/^\d|^%/.test(token.word)) continue;
    letters += 1;
    for (const language of READ)
      if (words.get(language)?.has(token.word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts]
    .map(([language, count]): [string, number] => [language, count / Math.max(1, letters)])
    .sort((a, b) => b[1] - a[1]);
}

/**
 * Names the language of a text: en, de, fr, es, or `und` for any other on 80 characters or more.
 * Function words decide; only a text without them is given to the trigram detector.
 */
export function detectLanguage(
  text: string,
  tokens: readonly Token[],
  words: ReadonlyMap<string, ReadonlySet<string>>,
  fallback: string,
): string {
  const ranked = shares(tokens, words);
  const [best, second] = ranked;
  if (best !== undefined && best[1] >= 0.14 && best[1] >= 1.3 * (second?.[1] ?? 0)) return best[0];
  if (text.length < 80)
    return best !== undefined && best[1] > 0 && best[1] > (second?.[1] ?? 0) ? best[0] : fallback;
  const foreign = tokens.filter((token) => !/^[a-z\d%]/.test(token.word)).length;
  if (foreign > tokens.length * 0.4 || tokens.length < 4) return foreign > 0 ? 'und' : fallback;
  const guess = ISO3[franc(text, { minLength: 40 })] ?? 'und';
  if ((READ as readonly string[]).includes(guess)) return guess;
  // Lists of terms hold hardly any function words; a few of them tell more than trigrams of jargon.
  if (best !== undefined && best[1] >= 0.03 && guess === 'und') return best[0];
  return best !== undefined && best[1] >= 0.1 ? best[0] : guess === 'und' ? 'und' : 'und';
}
