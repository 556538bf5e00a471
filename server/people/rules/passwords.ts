export const passwordMin = 12;
export const passwordMax = 200;

/**
 * Why a new password is refused, or undefined. Length is asked by the schema; here: it is not the person's own name or
 * address, and not the same few characters over and over.
 */
export function weakness(
  password: string,
  person: { email: string; name: string },
): 'own_name' | 'repetitive' | undefined {
  const plain = password.toLowerCase();
  const [local = ''] = person.email.toLowerCase().split('@');
  if (plain.includes(person.email.toLowerCase()) || plain === person.name.toLowerCase()) return 'own_name';
  if (local.length >= 8 && plain.startsWith(local)) return 'own_name';
  return new Set(plain).size < 5 ? 'repetitive' : undefined;
}
