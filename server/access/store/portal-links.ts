import type { PortalPurpose } from '../../kernel/actor.ts';
import type { PortalLinks } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';

export type LinkRow = Pick<
  PortalLinks,
  'id' | 'purpose' | 'subject_id' | 'single_use' | 'replaces' | 'revoked_at' | 'used_at'
> & { expired: boolean };

export async function insertLink(
  uow: Uow,
  link: {
    id: string;
    purpose: PortalPurpose;
    subjectId: string;
    tokenDigest: string;
    singleUse: boolean;
    replaces: boolean;
    days: number;
  },
): Promise<void> {
  await uow.trx.raw(
    `insert into portal_links (id, purpose, subject_id, token_digest, single_use, replaces, created_at, expires_at)
     select ?, ?, ?, ?, ?, ?, t, t + make_interval(days => ?) from assay_now() t`,
    [link.id, link.purpose, link.subjectId, link.tokenDigest, link.singleUse, link.replaces, link.days],
  );
}

/** The link of a token digest, locked, with whether its time is over. */
export async function lockLink(
  uow: Uow,
  where: { token_digest: string } | { id: string },
): Promise<LinkRow | undefined> {
  const [column, value] = 'id' in where ? ['id', where.id] : ['token_digest', where.token_digest];
  const found = await uow.trx.raw<{ rows: LinkRow[] }>(
    `select id, purpose, subject_id, single_use, replaces, expires_at <= assay_now() as expired, revoked_at, used_at
     from portal_links where ?? = ? for update`,
    [column, value],
  );
  return found.rows[0];
}

export async function markLinkUsed(uow: Uow, id: string): Promise<void> {
  await uow
    .trx('portal_links')
    .where({ id })
    .update({ used_at: await uow.now() });
}

/** Revokes the live links of a subject, of one purpose where it is named; returns how many. */
export async function revokeLinksOf(uow: Uow, subjectId: string, purpose?: PortalPurpose): Promise<number> {
  const links = uow.trx('portal_links').where({ subject_id: subjectId }).whereNull('revoked_at');
  if (purpose) links.where({ purpose });
  return links.update({ revoked_at: await uow.now() });
}

/** Revokes every live link of the subject that is older than this one; their sessions end with them. */
export async function revokeOlderLinks(uow: Uow, link: { id: string; subject_id: string }): Promise<void> {
  await uow.trx.raw(
    `update portal_links o set revoked_at = assay_now() from portal_links n
     where n.id = ? and o.subject_id = ? and o.id <> n.id and o.revoked_at is null and o.created_at <= n.created_at`,
    [link.id, link.subject_id],
  );
}

export async function insertPortalSession(
  uow: Uow,
  session: { tokenDigest: string; csrfDigest: string; linkId: string; hours: number },
): Promise<void> {
  await uow.trx.raw(
    `insert into portal_sessions (token_digest, csrf_digest, link_id, expires_at)
     values (?, ?, ?, clock_timestamp() + make_interval(hours => ?))`,
    [session.tokenDigest, session.csrfDigest, session.linkId, session.hours],
  );
}

export async function endPortalSessionsOf(uow: Uow, linkId: string): Promise<void> {
  await uow
    .trx('portal_sessions')
    .where({ link_id: linkId })
    .whereNull('ended_at')
    .update({ ended_at: uow.trx.raw('clock_timestamp()') });
}
