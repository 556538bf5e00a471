import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { type ApplicationRow, lockApplication } from '../store/applications.ts';

/** The application a portal link opens. Throws `not_found` for anybody who came another way. */
export function ownId(actor: Actor): string {
  if (actor.kind !== 'portal') throw new Problem('not_found');
  return actor.subjectId;
}

/** The actor's own application, locked. */
export const lockOwn = (uow: Uow): Promise<ApplicationRow> => lockApplication(uow, ownId(uow.actor));
