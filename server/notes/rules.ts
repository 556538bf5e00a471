/** People of the desk named in a text as "@Robin Ward"; the longest name wins, and an address is no mention. */
export function mentionsIn(text: string, people: readonly { id: string; name: string }[]): string[] {
  const known = [...people].sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  const lower = text.toLowerCase();
  for (let at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
    if (at > 0 && /[\p{L}\p{N}._-]/u.test(lower[at - 1] ?? '')) continue;
    const person = known.find(({ name }) => {
      const end = at + 1 + name.length;
      return (
        name.length > 0 &&
        lower.startsWith(name.toLowerCase(), at + 1) &&
        !/[\p{L}\p{N}]/u.test(lower[end] ?? '')
      );
    });
    if (person) found.add(person.id);
  }
  return [...found];
}
