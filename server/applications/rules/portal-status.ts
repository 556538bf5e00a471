import type { PortalApplicationReply } from '../schema/portal.ts';

type Timeline = PortalApplicationReply['timeline'];

/** The state the applicant is told: until a decision is final, their application is still being looked at. */
export function shownState(state: string, final: boolean): string {
  return (state === 'approved' || state === 'rejected') && !final ? 'in_review' : state;
}

/** Whose move it is. */
export function waitingFor(shown: string): PortalApplicationReply['waiting_for'] {
  if (shown === 'draft' || shown === 'changes_requested') return 'you';
  return shown === 'submitted' || shown === 'in_review' ? 'us' : 'nobody';
}

/** What the applicant is told of the desk's deadline: a usual time, never a promise; a time gone by is not repeated. */
export const expectedBy = (due: Date, now: Date): { by: Date | null; late: boolean } =>
  due > now ? { by: due, late: false } : { by: null, late: true };

/** What happened so far, oldest first, without naming anybody. */
export function timelineOf(facts: {
  state: string;
  created_at: Date;
  updated_at: Date;
  revisions: readonly { revision: number; at: string }[] | null;
  requests: readonly { round: number; at: string }[] | null;
  decided: { kind: string; at: string } | null;
}): Timeline {
  const rounds = new Map<number, string>();
  for (const { round, at } of facts.requests ?? []) if (!rounds.has(round)) rounds.set(round, at);
  const steps: Timeline = [
    { at: facts.created_at, step: 'started' },
    ...(facts.revisions ?? []).map(({ revision, at }) => ({
      at: new Date(at),
      step: revision === 1 ? ('submitted' as const) : ('resubmitted' as const),
    })),
    ...[...rounds.values()].map((at) => ({ at: new Date(at), step: 'changes_requested' as const })),
  ];
  if (facts.decided)
    steps.push({
      at: new Date(facts.decided.at),
      step: facts.decided.kind === 'approve' ? 'approved' : 'rejected',
    });
  if (facts.state === 'withdrawn' || facts.state === 'lapsed')
    steps.push({ at: facts.updated_at, step: facts.state });
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}
