import type { PolicyType } from '../../policies/service/registry.ts';
import { plausibilityFaults } from '../rules/plausibility-faults.ts';
import { plausibilityBookSchema } from '../schema/plausibility.ts';

/** Plausibility as a kind of rule book: exchange rates and the price index are tables, every line is a rule. */
export const plausibilityBook: PolicyType = {
  schema: plausibilityBookSchema,
  wording: ['/exchange', '/index'],
  contradictions: plausibilityFaults,
};
