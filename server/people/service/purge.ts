import type { Uow } from '../../platform/uow.ts';
import { purgeSpent } from '../store/purge.ts';

/** Keeps sessions, used codes and invitations no longer than their retention class says. */
export const purge = (uow: Uow): Promise<void> => purgeSpent(uow);
