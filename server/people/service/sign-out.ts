import { record } from '../../audit/record.ts';
import { sha256 } from '../../platform/digest.ts';
import type { Services } from '../../platform/services.ts';
import { runningSession } from '../read/session.ts';
import { endSession } from '../store/sessions.ts';
import { actorOf } from './session.ts';
import type { Visitor } from './sign-in.ts';

/** Ends the session of the visitor's cookie; without one there is nothing to do. */
export async function signOut(services: Services, visitor: Visitor): Promise<void> {
  const session = visitor.oldToken && (await runningSession(services.db, sha256(visitor.oldToken)));
  if (!session) return;
  await services.run({ actor: actorOf(session), requestId: visitor.requestId }, async (uow) => {
    if (await endSession(uow, session.id))
      await record(uow, { type: 'session.signed_out', subject: { kind: 'person', id: session.person_id } });
  });
}
