import type { Uow } from '../../platform/uow.ts';
import { accountByEmail } from '../read/account.ts';

/** The id of the person of the desk with this address, whatever its letter case; undefined where nobody has it. */
export const personIdByEmail = async (uow: Uow, email: string): Promise<string | undefined> =>
  (await accountByEmail(uow.trx, email))?.id;
