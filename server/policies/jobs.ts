import { type JobDefinition, transactional } from '../platform/jobs/boss.ts';
import type { PolicyKind } from './schema/policy.ts';
import { closeOlder } from './service/publish.ts';

export const jobs: JobDefinition[] = [
  {
    name: 'policies.supersede_older',
    handle: transactional((uow, data) => closeOlder(uow, data.kind as PolicyKind)),
  },
];
