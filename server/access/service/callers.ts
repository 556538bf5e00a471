import type { Request, Response } from 'express';
import type { Actor } from '../../kernel/actor.ts';
import { sameDigest, sha256 } from '../../platform/digest.ts';
import { cookieName, readCookie, writeCookie } from '../../platform/http/cookies.ts';
import type { Services } from '../../platform/services.ts';
import { keysByHint, noteKeyUse } from '../read/api-keys.ts';
import { runningPortalSession } from '../read/portal-session.ts';
import { portalCsrfOf, portalSessionHours } from './portal-links.ts';

const base = 'assay-portal';
const keyForm = /^Bearer assay_([a-z0-9]{8})_([A-Za-z0-9_-]{43})$/;

export interface PortalCaller {
  actor: Extract<Actor, { kind: 'portal' }>;
  csrfDigest: string;
  /** The token to send with unsafe requests; shown again by GET /api/portal/session. */
  csrf: string;
}

/** The portal session a request came with, or undefined. The actor's id is the link's, its subject what it opens. */
export async function portalCallerOf(req: Request, services: Services): Promise<PortalCaller | undefined> {
  const token = readCookie(req, cookieName(base, services.config.publicUrl));
  if (token === undefined) return undefined;
  const row = await runningPortalSession(services.db, sha256(token));
  if (!row) return undefined;
  return {
    actor: { kind: 'portal', id: row.link_id, purpose: row.purpose, subjectId: row.subject_id },
    csrfDigest: row.csrf_digest,
    csrf: portalCsrfOf(token),
  };
}

/** The API key of an Authorization header as an actor, or null. Digests are compared in constant time. */
export async function apiKeyOf(
  req: Request,
  services: Services,
): Promise<Extract<Actor, { kind: 'api_key' }> | null> {
  const given = keyForm.exec(req.get('authorization') ?? '');
  if (!given?.[1]) return null;
  const digest = sha256(given[0].slice('Bearer '.length));
  const key = (await keysByHint(services.db, given[1])).find((row) => sameDigest(row.key_digest, digest));
  if (!key) return null;
  if (key.stale) await noteKeyUse(services.db, key.id);
  return { kind: 'api_key', id: key.id, scopes: key.scopes };
}

/** Gives the browser the cookie of an opened portal session. */
export function givePortalCookie(res: Response, services: Services, session: string): void {
  writeCookie(res, base, session, {
    publicUrl: services.config.publicUrl,
    maxAgeSeconds: portalSessionHours * 3600,
  });
}
