import type { Letters } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';

export type LetterRow = Omit<Letters, 'id' | 'created_at' | 'to_email'> & {
  /** Where it goes when that is not the responsible person's address of the form. */
  to_email?: string | null;
};

/** Keeps the final text of a letter; it never changes afterwards. Returns its id. */
export async function insertLetter(uow: Uow, letter: LetterRow, id = uow.id()): Promise<string> {
  await uow.trx('letters').insert({ id, ...letter });
  return id;
}
