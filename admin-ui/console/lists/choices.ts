/** Choices of a filter, worded by the catalogue. The record makes the compiler ask for every value the server knows. */
export const every = <K extends string>(room: string, ids: Record<K, true>): { id: string; name: string }[] =>
  Object.keys(ids).map((id) => ({ id, name: `${room}.${id}` }));
