import type { z } from 'zod';
import type { Uow } from '../../platform/uow.ts';
import type { preferencesInput } from '../schema/me.ts';
import { keepPersonal, lockPerson } from '../store/persons.ts';

/** Keeps a person's own language and keys. They concern nobody else, so no event is written. */
export async function changePreferences(
  uow: Uow,
  personId: string,
  given: z.output<typeof preferencesInput>,
): Promise<{ locale: string; preferences: Record<string, unknown> }> {
  const person = await lockPerson(uow, personId);
  const { locale = person.locale, ...rest } = given;
  const preferences = { ...person.preferences, ...rest };
  await keepPersonal(uow, personId, { locale, preferences: JSON.stringify(preferences) });
  return { locale, preferences };
}
