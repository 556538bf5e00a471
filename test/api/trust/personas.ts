import { grantOf, permissionOf } from '../../../server/access/matrix.ts';
import type { Role } from '../../../server/kernel/actor.ts';
import type { Route } from '../../../server/platform/http/route.ts';
import type { TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { startDraft } from '../../support/forms.ts';
import { intakeKey } from './machines.ts';

const people = ['lead', 'compliance_officer', 'admin', 'auditor'] as const;

/** Somebody for every way in: a client that may use the route, whichever it is. */
export async function personas(app: TestApp): Promise<(route: Route) => Client> {
  const signedIn = new Map<string, Client>();
  for (const role of people) signedIn.set(role, await app.signIn(role));
  const applicant = app.anonymous();
  await startDraft(applicant);
  const machine = app.withKey(await intakeKey(app));
  return ({ permission, path }) => {
    const audience = permissionOf(permission)?.audience;
    if (audience === 'public') return app.anonymous();
    if (audience === 'portal') return applicant;
    if (audience === 'api_key') return machine;
    const role = people.find(
      (one) =>
        grantOf(
          {
            kind: 'person',
            id: '-',
            sessionId: '-',
            roles: [one === 'lead' ? 'reviewer' : (one as Role)],
            extra: one === 'lead' ? ['lead'] : [],
          },
          permission,
        ) !== 'none',
    );
    const client = role && signedIn.get(role);
    if (!client) throw new Error(`nobody may use ${path}`);
    return client;
  };
}
