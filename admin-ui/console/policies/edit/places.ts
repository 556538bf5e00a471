export type Branch = Record<string, unknown> | unknown[];
export const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
export const isPlainList = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
/** The RFC 6901 pointer of a member. */
export const under = (pointer: string, key: string | number): string => `${pointer}/${escaped(String(key))}`;

/** A copy of the branch with one member changed; undefined takes the member out. */
export function withMember<B extends Branch>(branch: B, key: string, value: unknown): B {
  if (Array.isArray(branch)) {
    const next = [...branch];
    if (value === undefined) next.splice(Number(key), 1);
    else next[Number(key)] = value;
    return next as B;
  }
  const next: Record<string, unknown> = { ...branch };
  if (value === undefined) delete next[key];
  else next[key] = value;
  return next as B;
}

/** What a member of a list is called: its id where it has one. */
export function nameOf(key: string, value: unknown): string {
  if (isBranch(value) && !Array.isArray(value) && typeof value.id === 'string') return value.id;
  return key;
}

/** Something of the same shape with nothing in it yet: what a new member starts from. */
export function blankOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 && isBranch(value[0]) ? [blankOf(value[0])] : [];
  if (isBranch(value))
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, blankOf(part)]));
  return typeof value === 'number' ? 0 : typeof value === 'boolean' ? false : '';
}

/** The parts of each book in the order people think of them: what is asked first, tables last. */
const orders: Readonly<Record<string, readonly string[]>> = {
  rubric: [
    'bands',
    'criteria',
    'core',
    'key',
    'red_flags',
    'caps',
    'credits',
    'minor_penalty',
    'verdicts',
    'regimes',
  ],
  plausibility: ['thresholds', 'levels', 'floors', 'shrinkage', 'tiers', 'age', 'arithmetic'],
  deadlines: ['allowed_business_days', 'undo_minutes', 'changes', 'lease', 'hold_max_business_days'],
};

/** The parts of a book to show: in their order, without the number, and only those that hold what is searched for. */
export function partsOf(
  kind: string,
  document: Record<string, unknown>,
  search: string,
): [string, unknown][] {
  const order = orders[kind] ?? [];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(document)
    .filter(([key, part]) => key !== 'version' && (search === '' || contains(key, part, search)))
    .sort(([a], [b]) => place(a) - place(b));
}

/** Whether the words searched for stand in the branch, as a name or as a value. */
export function contains(key: string, value: unknown, words: string): boolean {
  if (key.toLowerCase().includes(words)) return true;
  if (isBranch(value)) return Object.entries(value).some(([name, part]) => contains(name, part, words));
  return String(value).toLowerCase().includes(words);
}
