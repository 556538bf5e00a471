import type { Request } from 'express';
import { grantOf, grantsOf, permissionOf } from './access/matrix.ts';
import { apiKeyOf, portalCallerOf } from './access/service/callers.ts';
import { coveredId, noteRefusal } from './audit/refusals.ts';
import type { Actor } from './kernel/actor.ts';
import { meRoutes } from './people/routes/me.ts';
import { sessionRoutes } from './people/routes/session.ts';
import { actorOf, sessionOf } from './people/service/session.ts';
import { sameDigest, sha256 } from './platform/digest.ts';
import { anonymous, type Caller, type Identity, type Refused } from './platform/http/identity.ts';
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

const subjectOf = (actor: Actor | null, services: Services, address: string) => {
  if (actor?.kind === 'person' || actor?.kind === 'api_key') return { kind: actor.kind, id: actor.id };
  if (actor?.kind === 'portal') return { kind: 'application', id: actor.subjectId };
  return { kind: 'visitor', id: coveredId(services, `visitor ${address}`) };
};

/**
 * A request that tried to set fields the command does not have (trust 25): once for each caller and route in a quarter of
 * an hour, and at most so many from one caller, from everybody unknown together, and in all. Values are never kept.
 */
function noteUnknownFields(services: Services, refused: Refused): void {
  const unknown = refused.problem.fields.filter(({ code }) => code === 'unknown_field');
  if (unknown.length === 0) return;
  const subject = subjectOf(refused.actor, services, refused.address);
  const known = subject.kind === 'person' || subject.kind === 'api_key';
  noteRefusal(services, {
    actor: refused.actor ?? anonymous,
    requestId: refused.requestId,
    caps: [
      { bucket: `fields:${subject.id}:${refused.path}`, max: 1 },
      { bucket: `fields:${subject.id}`, max: 20 },
      ...(known ? [] : [{ bucket: 'fields:unknown', max: 20 }]),
      { bucket: 'fields', max: 200 },
    ],
    event: {
      type: 'request.unknown_fields',
      subject,
      data: { path: refused.path, fields: unknown.length },
      texts: {
        names: unknown
          .map(({ pointer }) => pointer)
          .join(' ')
          .slice(0, 300),
      },
    },
  });
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
    refused: (refused) => noteUnknownFields(services, refused),
  };
}

/** Signing in and one'''s own account: they show what the matrix gives, and people may not ask access for it. */
export const routes: readonly Route[] = [...sessionRoutes(grantsOf), ...meRoutes(grantsOf)];
