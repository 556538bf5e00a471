import type { PersonLetters } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';

export type PersonLetterRow = Omit<PersonLetters, 'id' | 'created_at'>;

/** Keeps the final text of a letter to a person of the desk. Returns its id. */
export async function insertPersonLetter(uow: Uow, letter: PersonLetterRow): Promise<string> {
  const id = uow.id();
  await uow.trx('person_letters').insert({ id, ...letter });
  return id;
}
