import { coveredId, noteRefusal } from '../../audit/refusals.ts';
import { anonymous } from '../../platform/http/identity.ts';
import type { Services } from '../../platform/services.ts';

export interface FailedSignIn {
  /** Null for an address nobody has. */
  personId: string | null;
  reason: 'not_right' | 'too_many_tries';
}

/**
 * Writes down a failed sign-in: for an account once in a quarter of an hour and reason, for addresses nobody has once for
 * each network and at most twenty in all. Neither the address typed nor where it came from can be read from it.
 */
export function noteFailedSignIn(
  services: Services,
  failed: FailedSignIn,
  visitor: { address: string; requestId: string },
): void {
  const { personId, reason } = failed;
  const network = coveredId(services, `visitor ${visitor.address}`);
  const subject = personId ? { kind: 'person', id: personId } : { kind: 'visitor', id: network };
  noteRefusal(services, {
    actor: anonymous,
    requestId: visitor.requestId,
    caps: [
      { bucket: `sign_in:${subject.id}:${reason}`, max: 1 },
      ...(personId ? [] : [{ bucket: 'sign_in:unknown', max: 20 }]),
    ],
    event: { type: 'session.sign_in_failed', subject, data: { reason, network } },
  });
}
