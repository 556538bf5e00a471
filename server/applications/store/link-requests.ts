import { hmac } from '../../platform/digest.ts';
import type { LinkRequests } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import { matchDigest } from './match-keys.ts';

export type LinkRequestRow = Pick<LinkRequests, 'id' | 'email' | 'email_digest' | 'requested_at'>;

/** Keeps that somebody typed an address, whether or not anybody has it. */
export async function insertLinkRequest(uow: Uow, id: string, email: string): Promise<void> {
  const email_digest = hmac(uow.hmacKey.key, `link_request\n${email.toLowerCase()}`);
  await uow.trx('link_requests').insert({ id, email, email_digest, requested_at: await uow.now() });
}

/** The request, locked, while its address is still waiting for an answer. */
export async function lockLinkRequest(uow: Uow, id: string): Promise<LinkRequestRow | undefined> {
  return uow.trx('link_requests').where({ id }).whereNotNull('email').forUpdate().first();
}

/** How often the address was typed in the hour up to this request, this one included. */
export async function timesTyped(uow: Uow, request: LinkRequestRow): Promise<number> {
  const found = await uow.trx.raw<{ rows: { n: number }[] }>(
    `select count(*)::int as n from link_requests
     where email_digest = ? and requested_at <= ? and requested_at > ?::timestamptz - interval '1 hour'`,
    [request.email_digest, request.requested_at, request.requested_at],
  );
  return found.rows[0]?.n ?? 0;
}

/** Forgets the address once it was looked up. */
export async function closeLinkRequest(uow: Uow, id: string): Promise<void> {
  await uow
    .trx('link_requests')
    .where({ id })
    .update({ email: null, done_at: await uow.now() });
}

/** Removes what is older than thirty days; how often an address was typed matters for an hour only. */
export async function purgeLinkRequests(uow: Uow): Promise<number> {
  return uow.trx('link_requests').whereRaw("requested_at < assay_now() - interval '30 days'").delete();
}

/**
 * Applications that have this address on file, newest first: as that of the responsible person, or, in a draft without
 * one, as that to which its link was sent.
 */
export async function applicationsOfAddress(
  uow: Uow,
  { email, key }: { email: string; key: string },
  limit: number,
): Promise<string[]> {
  const digest = matchDigest(uow, { kind: 'email', value: key });
  const found = await uow.trx.raw<{ rows: { id: string }[] }>(
    `select a.id from (
       select k.application_id as id from application_match_keys k join applications s on s.id = k.application_id
         join application_revisions r on r.application_id = s.id and r.revision = s.revision
         where k.kind = 'email' and k.digest = :digest and lower(r.document #>> '{responsible_person,email}') = lower(:email)
       union select d.application_id from application_drafts d
         where d.erased_at is null and lower(d.document #>> '{responsible_person,email}') = lower(:email)
       union select l.application_id from letters l join application_drafts d on d.application_id = l.application_id
         where lower(l.to_email) = lower(:email) and l.purpose = 'draft_link' and d.erased_at is null
           and coalesce(d.document #>> '{responsible_person,email}', '') = '') f
     join applications a on a.id = f.id
     where a.revision > 0 and exists (select from application_revisions r where r.application_id = a.id
         and r.revision = a.revision and lower(r.document #>> '{responsible_person,email}') = lower(:email))
       or a.revision = 0 and a.state = 'draft'
     order by a.created_at desc, a.id limit :limit`,
    { digest, email, limit } as never,
  );
  return found.rows.map(({ id }) => id);
}
