import type { Actor, PortalPurpose } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problem.ts';
import { hmac, newToken, sha256 } from '../../platform/digest.ts';
import type { Uow } from '../../platform/uow.ts';
import {
  endPortalSessionsOf,
  insertLink,
  insertPortalSession,
  type LinkRow,
  lockLink,
  markLinkUsed,
  revokeLinksOf,
  revokeOlderLinks,
} from '../store/portal-links.ts';

/** A browser that opened a link may go on for so long before it opens it again. */
export const portalSessionHours = 24 * 7;

export interface OpenedPortal {
  /** The value of the portal cookie; only its digest is kept. */
  session: string;
  csrf: string;
  linkId: string;
  purpose: PortalPurpose;
  subjectId: string;
}

export const portalCsrfOf = (token: string): string => hmac(token, 'assay.portal.csrf.1');

/**
 * Makes a link for a subject and returns its token, which stands in the URL fragment and is kept nowhere: only its
 * digest is stored. Several links of one subject can live at the same time; one that `replaces` ends the older ones once
 * it is opened, not before: whoever merely asks for a link in somebody's name must not shut them out.
 */
export async function issueLink(
  uow: Uow,
  link: { purpose: PortalPurpose; subjectId: string; days: number; singleUse?: boolean; replaces?: boolean },
): Promise<string> {
  const token = newToken();
  await insertLink(uow, {
    id: uow.id(),
    purpose: link.purpose,
    subjectId: link.subjectId,
    tokenDigest: sha256(token),
    singleUse: link.singleUse ?? false,
    replaces: link.replaces ?? false,
    days: link.days,
  });
  return token;
}

function live(link: LinkRow | undefined): LinkRow {
  if (!link || link.revoked_at) throw new Problem('link_invalid');
  if (link.used_at && link.single_use) throw new Problem('link_used');
  if (link.expired) throw new Problem('link_expired');
  return link;
}

/**
 * Exchanges a link's token for a session of the portal, bound to the link's subject. Opening never uses a link up.
 * Throws `link_invalid` (unknown, altered, revoked), `link_used` or `link_expired`.
 */
export async function openLink(uow: Uow, token: string): Promise<OpenedPortal> {
  const link = live(await lockLink(uow, { token_digest: sha256(token) }));
  if (link.replaces) await revokeOlderLinks(uow, link);
  const session = newToken();
  const csrf = portalCsrfOf(session);
  await insertPortalSession(uow, {
    tokenDigest: sha256(session),
    csrfDigest: sha256(csrf),
    linkId: link.id,
    hours: portalSessionHours,
  });
  return { session, csrf, linkId: link.id, purpose: link.purpose, subjectId: link.subject_id };
}

/**
 * Uses up the single-use link the portal actor came by: called by the final command, so that a second try finds it
 * used. Returnable links stay as they are.
 */
export async function consumeLink(uow: Uow, actor: Extract<Actor, { kind: 'portal' }>): Promise<void> {
  const link = live(await lockLink(uow, { id: actor.id }));
  if (!link.single_use) return;
  await markLinkUsed(uow, link.id);
  await endPortalSessionsOf(uow, link.id);
}

/** Revokes the live links of a subject, of one purpose where it is named; their sessions end with them. */
export const revokeLinks = (uow: Uow, subjectId: string, purpose?: PortalPurpose): Promise<number> =>
  revokeLinksOf(uow, subjectId, purpose);
