import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { generateApplication } from '../seeds/load/generate.ts';
import { loadRubricBook } from '../seeds/policies/rubric.ts';
import { compileBook, readStatement } from '../server/compliance/reader/read.ts';

const words = (text: string) => text.split(/\s+/).length;

/** 200 plain patterns, as a reader without a merged lexicon would try them one by one. */
const patterns = Array.from(
  { length: 200 },
  (_, n) => new RegExp(`\\b(?:opt(?:ed)?[- ]?out|unsubscribe|consent|list${n}|purchas\\w+${n})\\b`, 'i'),
);

function perSecond(run: (n: number) => void, ms = 3_000): number {
  for (let n = 0; n < 200; n += 1) run(n);
  const from = performance.now();
  let done = 0;
  while (performance.now() - from < ms) {
    for (let n = 0; n < 50; n += 1) run(done + n);
    done += 50;
  }
  return (done * 1000) / (performance.now() - from);
}

/** The whole reading of a statement, on one core, beside wink-nlp with negation and 200 patterns over the same texts. */
export async function reading(): Promise<string[]> {
  const inputs = Array.from({ length: 500 }, (_, n) => {
    const { form } = generateApplication(n);
    return {
      channels: form.offer.channels,
      regions: form.offer.regions,
      statement: form.statement,
      data_sourcing: Object.values(form.sourcing).join('\n'),
    };
  });
  const average =
    inputs.reduce((sum, input) => sum + words(input.statement) + words(input.data_sourcing), 0) /
    inputs.length;
  const reader = compileBook(loadRubricBook());
  const nlp = winkNLP(model, ['sbd', 'negation']);
  const at = (n: number) => inputs[n % inputs.length] as (typeof inputs)[number];
  const ours = perSecond((n) => readStatement(reader, at(n)));
  const bare = perSecond((n) => {
    const text = `${at(n).statement}\n${at(n).data_sourcing}`;
    nlp.readDoc(text).tokens().out(nlp.its.negationFlag);
    for (const pattern of patterns) pattern.test(text);
  });
  const per150 = (ours * average) / 150;
  return [
    `reading: ${Math.round(ours)} statements/s of ${Math.round(average)} words, ${Math.round(per150)}/s of 150 words (budget 2,000: ${per150 >= 2_000 ? 'met' : 'NOT met'}); limit ${Math.round(bare)}/s, ratio ${(ours / bare).toFixed(2)} (budget 0.8: ${ours / bare >= 0.8 ? 'met' : 'NOT met'})`,
  ];
}
