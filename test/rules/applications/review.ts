import { blocksOf } from '../../../server/applications/rules/blocks.ts';
import type { ReviewCommand, ReviewFacts } from '../../../server/applications/rules/review-facts.ts';
import type { Actor } from '../../../server/kernel/actor.ts';

type Person = Extract<Actor, { kind: 'person' }>;
export const person = (id: string, change: Partial<Person> = {}): Person => ({
  kind: 'person',
  id,
  roles: ['reviewer'],
  extra: [],
  sessionId: 's',
  ...change,
});
export const me = person('me');
export const now = new Date('2026-11-21T10:00:00Z');
export const facts = (change: Partial<ReviewFacts> = {}): ReviewFacts => ({
  state: 'in_review',
  round: 0,
  maxRounds: 2,
  reading: 'read',
  sheetBy: null,
  blockingClaims: [],
  answeredRequests: 0,
  openFindings: [],
  waitingOverrides: [],
  decision: null,
  holders: { application: { itemId: 'i', id: 'me', name: 'Me' } },
  mine: { parts: [], conflict: false, ownSubmission: false, newOfficer: false },
  now,
  ...change,
});
export const mine = (change: Partial<ReviewFacts['mine']>) => ({ ...facts().mine, ...change });
export const codes = (command: ReviewCommand, given: ReviewFacts, who = me) =>
  blocksOf(command, given, who).map(({ code }) => code);
export const decision = (change: Partial<NonNullable<ReviewFacts['decision']>> = {}) => ({
  state: 'scheduled' as const,
  decidedBy: 'me',
  secondBy: null,
  finalAt: new Date(now.getTime() + 60_000),
  ...change,
});
