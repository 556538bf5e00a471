import type { JobDefinition } from '../platform/jobs/boss.ts';
import { runWhatIf } from './service/what-if.ts';

export const jobs: JobDefinition[] = [
  { name: 'analytics.run_what_if', expireSeconds: 900, handle: runWhatIf },
];
