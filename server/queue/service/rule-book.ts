import type { PolicyType } from '../../policies/service/registry.ts';
import { deadlineFaults } from '../rules/deadline-faults.ts';
import { deadlinesSchema } from '../schema/deadlines.ts';

/** The deadlines as a kind of rule book: holidays are tables, every time allowed is a rule. */
export const deadlinesBook: PolicyType = {
  schema: deadlinesSchema,
  wording: ['/calendar/holidays'],
  contradictions: deadlineFaults,
};
