import type { Invitations } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';

export type InvitationRow = Pick<Invitations, 'person_id' | 'used_at'> & { expired: boolean };

async function endInvitations(uow: Uow, personId: string): Promise<void> {
  await uow.trx.raw(
    'update invitations set expires_at = clock_timestamp() where person_id = ? and used_at is null and expires_at > clock_timestamp()',
    [personId],
  );
}

/** Keeps an invitation by its digest; earlier ones of the person stop working, unless it stands beside them. Returns until when it holds. */
export async function insertInvitation(
  uow: Uow,
  invitation: { tokenDigest: string; personId: string; days: number; beside: boolean },
): Promise<Date> {
  if (!invitation.beside) await endInvitations(uow, invitation.personId);
  const made = await uow.trx.raw<{ rows: { expires_at: Date }[] }>(
    `insert into invitations (token_digest, person_id, expires_at)
     values (?, ?, clock_timestamp() + make_interval(days => ?)) returning expires_at`,
    [invitation.tokenDigest, invitation.personId, invitation.days],
  );
  return made.rows[0]?.expires_at as Date;
}

export async function lockInvitation(uow: Uow, tokenDigest: string): Promise<InvitationRow | undefined> {
  const found = await uow.trx.raw<{ rows: InvitationRow[] }>(
    `select person_id, expires_at <= clock_timestamp() as expired, used_at from invitations
     where token_digest = ? for update`,
    [tokenDigest],
  );
  return found.rows[0];
}

/** Uses one invitation up; any other of the same person ends with it. */
export async function markInvitationUsed(uow: Uow, tokenDigest: string, personId: string): Promise<void> {
  await uow
    .trx('invitations')
    .where({ token_digest: tokenDigest })
    .update({ used_at: uow.trx.raw('clock_timestamp()') });
  await endInvitations(uow, personId);
}
