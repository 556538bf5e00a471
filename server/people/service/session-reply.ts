import { sha256 } from '../../platform/digest.ts';
import { modeOf } from '../../platform/installation.ts';
import type { Services } from '../../platform/services.ts';
import { runningSession } from '../read/session.ts';
import type { SessionReply } from '../schema/session.ts';
import { demoAccountsFor } from './demo-people.ts';
import { actorOf, csrfOf, type PersonActor } from './session.ts';

export type GrantsOf = (actor: PersonActor | null) => SessionReply['permissions'];

/** Who the cookie says is here, what they may do, and in the demo whom one may sign in as. */
export async function describeSession(
  services: Services,
  token: string | undefined,
  grantsOf: GrantsOf,
): Promise<SessionReply> {
  const demo = (await modeOf(services.db)) === 'demo';
  const session = token === undefined ? undefined : await runningSession(services.db, sha256(token));
  if (!session || token === undefined)
    return {
      state: 'anonymous',
      csrf: null,
      demo,
      ...(demo ? { demo_accounts: await demoAccountsFor(services.db) } : {}),
      permissions: grantsOf(null),
    };
  const actor = actorOf(session);
  const known = {
    state: session.state,
    csrf: csrfOf(token),
    demo,
    permissions: grantsOf(session.state === 'full' ? actor : null),
    second_factors: session.factors,
  };
  if (session.state === 'second_factor_pending') return known;
  return {
    ...known,
    person: {
      id: session.person_id,
      name: session.name,
      email: session.email,
      locale: session.locale,
      roles: [...actor.roles],
      lead: actor.extra.includes('lead'),
      preferences: session.preferences,
    },
  };
}
