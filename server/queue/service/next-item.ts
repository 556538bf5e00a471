import { peekNext } from '../read/next.ts';

/** The item this person would probably be given by Start next, without taking it; null where there is none. */
export const nextItemFor = (db: Parameters<typeof peekNext>[0], personId: string): Promise<string | null> =>
  peekNext(db, personId);
