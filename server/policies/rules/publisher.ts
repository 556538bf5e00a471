/** Why this person may not publish the book; null when they may (two people, M165). */
export function publisherRefusal(
  book: { authorId: string | null; editors: readonly string[] },
  personId: string,
): 'own_draft' | null {
  return book.authorId === personId || book.editors.includes(personId) ? 'own_draft' : null;
}
