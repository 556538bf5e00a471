import type { Request } from 'express';
import { grantOf, grantsOf, permissionOf } from './access/matrix.ts';
import { apiKeyOf, portalCallerOf } from './access/service/callers.ts';
import { meRoutes } from './people/routes/me.ts';
import { sessionRoutes } from './people/routes/session.ts';
import { actorOf, sessionOf } from './people/service/session.ts';
import { sameDigest, sha256 } from './platform/digest.ts';
import type { Caller, Identity } from './platform/http/identity.ts';
import type { Route } from './platform/http/route.ts';
import type { Services } from './platform/services.ts';

const nobody: Caller = { actor: null, byCookie: false, csrfHolds: () => false };

const holds = (digest: string) => (token: string) => sameDigest(sha256(token), digest);

async function personCaller(req: Request, services: Services, permission: string): Promise<Caller> {
  const session = await sessionOf(req, services);
  if (!session) return nobody;
  const found = { byCookie: true, csrfHolds: holds(session.csrf_digest) };
  if (session.state === 'full') return { ...found, actor: actorOf(session) };
  // Halfway in, a person is nobody but for the one step that is waited for, and has no role there (trust 36).
  const step = permissionOf(permission)?.pending === session.state;
  const actor = step ? { ...actorOf(session), roles: [], extra: [] } : null;
  return { ...found, actor, pending: true };
}

async function portalCaller(req: Request, services: Services): Promise<Caller> {
  const portal = await portalCallerOf(req, services);
  return portal ? { actor: portal.actor, byCookie: true, csrfHolds: holds(portal.csrfDigest) } : nobody;
}

/** Who asks and what they may: people's sessions, portal links and API keys behind one matrix. */
export function makeIdentity(services: Services): Identity {
  return {
    async identify(req, permission) {
      const row = permissionOf(permission);
      const way = row?.audience === 'public' ? row.looksFor : row?.audience;
      if (way === 'person') return personCaller(req, services, permission);
      if (way === 'portal') return portalCaller(req, services);
      if (way === 'api_key') return { ...nobody, actor: await apiKeyOf(req, services) };
      return nobody;
    },
    may: grantOf,
  };
}

/** Signing in and one'''s own account: they show what the matrix gives, and people may not ask access for it. */
export const routes: readonly Route[] = [...sessionRoutes(grantsOf), ...meRoutes(grantsOf)];
