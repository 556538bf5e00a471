import type { Uow } from '../../platform/uow.ts';
import { purgePortalSessions } from '../store/purge.ts';

/** Keeps ended portal sessions no longer than their retention class says. */
export const purge = (uow: Uow): Promise<number> => purgePortalSessions(uow);
