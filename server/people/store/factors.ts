import { Problem } from '../../kernel/problem.ts';
import { violates } from '../../platform/db/failures.ts';
import type { Passkeys } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { SecondFactor } from '../rules/sessions.ts';
import type { PersonRow } from './persons.ts';

export type PasskeyRow = Pick<
  Passkeys,
  'credential_id' | 'person_id' | 'public_key' | 'sign_count' | 'transports'
>;

/** The passkeys in use, locked. */
export async function lockPasskeys(uow: Uow, personId: string): Promise<PasskeyRow[]> {
  return uow
    .trx<PasskeyRow>('passkeys')
    .where({ person_id: personId })
    .whereNull('removed_at')
    .orderBy('created_at')
    .forUpdate()
    .select('credential_id', 'person_id', 'public_key', 'sign_count', 'transports');
}

export async function factorsOf(
  uow: Uow,
  person: Pick<PersonRow, 'id' | 'totp_confirmed_at'>,
): Promise<SecondFactor[]> {
  const keys = await lockPasskeys(uow, person.id);
  return [
    ...(person.totp_confirmed_at ? (['totp'] as const) : []),
    ...(keys.length > 0 ? (['passkey'] as const) : []),
  ];
}

/** Takes the time step for this person; false where it was taken before, also by somebody a moment earlier (trust 32). */
export async function takeTimeStep(uow: Uow, personId: string, step: number): Promise<boolean> {
  const taken = await uow.trx.raw<{ rowCount: number }>(
    'insert into totp_uses (person_id, time_step) values (?, ?) on conflict do nothing',
    [personId, step],
  );
  return taken.rowCount === 1;
}

export async function insertPasskey(uow: Uow, key: PasskeyRow & { label: string }): Promise<void> {
  try {
    await uow.trx('passkeys').insert(key);
  } catch (error) {
    if (violates(error, 'passkeys_pkey')) throw new Problem('conflict', { reason: 'passkey_known' });
    throw error;
  }
}

export async function notePasskeyUse(uow: Uow, credentialId: string, signCount: number): Promise<void> {
  await uow
    .trx('passkeys')
    .where({ credential_id: credentialId })
    .update({ sign_count: signCount, last_used_at: uow.trx.raw('assay_now()') });
}

/** Takes passkeys out of use: one, or all of the person's. Returns how many. */
export async function removePasskeys(uow: Uow, personId: string, credentialId?: string): Promise<number> {
  const keys = uow.trx('passkeys').where({ person_id: personId }).whereNull('removed_at');
  if (credentialId !== undefined) keys.where({ credential_id: credentialId });
  return keys.update({ removed_at: uow.trx.raw('assay_now()') });
}

export async function clearTotp(uow: Uow, personId: string): Promise<void> {
  await uow.trx('persons').where({ id: personId }).update({ totp_secret: null, totp_confirmed_at: null });
}
