import type { SourcingKey } from '../../../server/applications/schema/form.ts';
import type { CostBasis, LeadDefinition } from '../../../server/benchmarks/schema/claim.ts';

// The words of the schemas without the schemas: the applicant's phone need not load the checks the server makes.
const every = <T extends string>(members: Record<T, true>): T[] => Object.keys(members) as T[];

export const leadDefinitions = every<LeadDefinition>({
  contact_record: true,
  content_download: true,
  form_submission: true,
  inquiry: true,
  mql: true,
  meeting: true,
});

export const costBases = every<CostBasis>({ media_only: true, all_in: true });

export const sourcingKeys = every<SourcingKey>({
  description: true,
  where_from: true,
  how_current: true,
  consent: true,
  safeguards: true,
  walk_through: true,
});

export const statementMax = 20_000;
export const answerMax = 4_000;
export const filesPerCase = 10;
export const fileSizeMax = 10 * 1024 * 1024;
