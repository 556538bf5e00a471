import { memory, startToFirstAnswer } from './process.ts';
import { reading } from './reading.ts';
import { dossier, queuePage1, queuePage40, search } from './reads.ts';
import type { Ground } from './support/ground.ts';
import { claimNext, decision, submission } from './writes.ts';

export const benches: Record<string, (ground: Ground) => Promise<string[]>> = {
  'queue-1': queuePage1,
  'queue-40': queuePage40,
  dossier,
  search,
  'claim-next': claimNext,
  submit: submission,
  decision,
  reading,
  start: startToFirstAnswer,
  memory,
};
