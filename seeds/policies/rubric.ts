import { readFileSync } from 'node:fs';
import { type RubricBook, rubricBookSchema } from '../../server/compliance/schema/rubric.ts';

const FOLDER = new URL('./', import.meta.url);

function json(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8'));
}

/** The rubric as shipped, version 1.0: the machine rubric with its vocabulary and rules, checked. */
export function loadRubricBook(): RubricBook {
  const rubric = json('rubric-1.0.json');
  const lexicon = Object.fromEntries(
    ['common', 'en', 'de', 'fr', 'es'].map((language) => [
      language,
      json(`rubric-1.0/cues.${language}.json`),
    ]),
  );
  return rubricBookSchema.parse({
    ...rubric,
    ...json('rubric-1.0/grammar.json'),
    rules: json('rubric-1.0/rules.json'),
    examples: json('rubric-1.0/examples.json'),
    lexicon,
  });
}
