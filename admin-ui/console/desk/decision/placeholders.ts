/** The recipient's own link is put in at sending, so its place may stay open. */
const filledAtSending = new Set(['link']);

/** The names of placeholders still open in a letter; one left blocks sending. */
export function placeholdersIn(text: string): string[] {
  const names = [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !filledAtSending.has(name));
}
