import type { Actor } from '../../kernel/actor.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { type ApplicationCommand, type ApplicationState, applicationLifecycle } from '../lifecycle.ts';
import { shownState } from '../rules/portal-status.ts';
import { type ApplicationRow, lockApplication } from '../store/applications.ts';
import { lockDecision } from '../store/decisions.ts';

/** The application a portal link opens. Throws `not_found` for anybody who came another way. */
export function ownId(actor: Actor): string {
  if (actor.kind !== 'portal') throw new Problem('not_found');
  return actor.subjectId;
}

/** The actor's own application, locked. */
export const lockOwn = (uow: Uow): Promise<ApplicationRow> => lockApplication(uow, ownId(uow.actor));

/** The state as the applicant is told it: a refusal must not give away a decision that is not final yet. */
async function toldState(uow: Uow, application: ApplicationRow): Promise<string> {
  const decided = application.state === 'approved' || application.state === 'rejected';
  const final = decided && (await lockDecision(uow, application.id))?.state === 'final';
  return shownState(application.state, final);
}

/** The state after the applicant's command. Throws `wrong_state` with the state the applicant is told. */
export async function stepOwn(
  uow: Uow,
  application: ApplicationRow,
  command: ApplicationCommand,
): Promise<ApplicationState> {
  try {
    return step(applicationLifecycle, application.state, command);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, { ...error.params, state: await toldState(uow, application) });
  }
}

/** Refuses what is only possible while the form can be changed. */
export async function requireEditable(uow: Uow, application: ApplicationRow, command: string): Promise<void> {
  if (application.state === 'draft' || application.state === 'changes_requested') return;
  throw new Problem('wrong_state', {
    subject: 'application',
    state: await toldState(uow, application),
    command,
    possible_in: ['draft', 'changes_requested'],
  });
}
