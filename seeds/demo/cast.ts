import { createKey } from '../../server/access/service/api-keys.ts';
import { type Actor, type ExtraPermission, installationActor, type Role } from '../../server/kernel/actor.ts';
import { createDemoPeople, demoAccounts } from '../../server/people/service/demo-people.ts';
import { newId } from '../../server/platform/ids.ts';
import type { DemoPerson } from './plan.ts';
import type { Stage } from './stage.ts';

export interface Cast {
  person(key: DemoPerson): Actor;
  /** The marketplace's own form, which hands in applications with a key. */
  marketplace: Actor;
  applicant(subjectId: string, purpose: 'draft' | 'changes' | 'status'): Actor;
}

/** Makes the accounts and the key of the demo, some days before the first application. */
export async function engage(stage: Stage): Promise<Cast> {
  const { people, key } = await stage.as(installationActor, async (uow) => ({
    people: await createDemoPeople(uow),
    key: await createKey(uow, { name: 'Marketplace sign-up form', scopes: ['intake'] }),
  }));
  const actors = new Map<string, Actor>(
    demoAccounts.map((account) => {
      const granted: readonly string[] = account.roles;
      return [
        account.key,
        {
          kind: 'person',
          id: people[account.key]?.id ?? '',
          roles: granted.filter((one): one is Role => one !== 'lead'),
          extra: granted.filter((one): one is ExtraPermission => one === 'lead'),
          sessionId: newId(),
        },
      ];
    }),
  );
  return {
    person(name) {
      const actor = actors.get(name);
      if (!actor) throw new Error(`the demo has no account ${name}`);
      return actor;
    },
    marketplace: { kind: 'api_key', id: key.id, scopes: ['intake'] },
    applicant: (subjectId, purpose) => ({ kind: 'portal', id: newId(), purpose, subjectId }),
  };
}
