import type { PolicyType } from '../../policies/service/registry.ts';
import { rubricFaults } from '../rules/rubric-faults.ts';
import { rubricBookSchema } from '../schema/rubric.ts';

/** The rubric as a kind of rule book: what is asked and how it weighs is a rule, the words it is read by are wording. */
export const rubricBook: PolicyType = {
  schema: rubricBookSchema,
  wording: [
    '/lexicon',
    '/rules',
    '/function_words',
    '/abbreviations',
    '/number_words',
    '/confusables',
    '/topics',
    '/examples',
  ],
  contradictions: rubricFaults,
};
