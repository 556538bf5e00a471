import type { Request, Response } from 'express';
import { type Actor, extraPermissions, roles as roleNames } from '../../kernel/actor.ts';
import { hmac, newToken, sha256 } from '../../platform/digest.ts';
import { cookieName, readCookie, writeCookie } from '../../platform/http/cookies.ts';
import type { Services } from '../../platform/services.ts';
import type { Uow } from '../../platform/uow.ts';
import { runningSession, type SessionRow, seenSession } from '../read/session.ts';
import { absoluteDays, type SessionState } from '../rules/sessions.ts';
import { insertSession } from '../store/sessions.ts';

const base = 'assay';

export type PersonActor = Extract<Actor, { kind: 'person' }>;

export interface OpenedSession {
  id: string;
  /** The cookie's value; only its digest is kept. */
  token: string;
  csrf: string;
}

/** The anti-forgery token of a session: derived from its secret, so that it can be shown again and never guessed. */
export const csrfOf = (token: string): string => hmac(token, 'assay.csrf.1');

/** Opens a session for a person. Tests and the demo may open a full one at once. */
export async function openSession(
  uow: Uow,
  personId: string,
  options: { state?: SessionState; secondFactor?: boolean; userAgent?: string | undefined } = {},
): Promise<OpenedSession> {
  const token = newToken();
  const csrf = csrfOf(token);
  const id = uow.id();
  await insertSession(uow, {
    tokenDigest: sha256(token),
    id,
    personId,
    csrfDigest: sha256(csrf),
    state: options.state ?? 'full',
    secondFactor: options.secondFactor ?? false,
    userAgent: options.userAgent?.slice(0, 300) ?? null,
  });
  return { id, token, csrf };
}

export const sessionToken = (req: Request, services: Services): string | undefined =>
  readCookie(req, cookieName(base, services.config.publicUrl));

/** The session this request came with, or undefined where there is none that still runs. */
export async function sessionOf(req: Request, services: Services): Promise<SessionRow | undefined> {
  const token = sessionToken(req, services);
  return token === undefined ? undefined : runningSession(services.db, sha256(token));
}

/** Who this request's session stands for at this moment, without counting as use of it; null once it has ended. */
export async function personStillHere(req: Request, services: Services): Promise<PersonActor | null> {
  const token = sessionToken(req, services);
  const session = token === undefined ? undefined : await seenSession(services.db, sha256(token));
  return session?.state === 'full' ? actorOf(session) : null;
}

/** The person behind a session as an actor, with the roles they hold now. */
export function actorOf(session: SessionRow): PersonActor {
  return {
    kind: 'person',
    id: session.person_id,
    roles: roleNames.filter((role) => session.roles.includes(role)),
    extra: extraPermissions.filter((extra) => session.roles.includes(extra)),
    sessionId: session.id,
  };
}

export function giveCookie(res: Response, services: Services, token: string): void {
  const place = { publicUrl: services.config.publicUrl, maxAgeSeconds: absoluteDays * 24 * 3600 };
  writeCookie(res, base, token, place);
}
