/** What a tag is for, as bits; read off its name once. */
export const MARK = 1;
export const NEGATOR = 2;
export const LIST_NEGATOR = 4;
export const NEGATOR_BEHIND = 8;
export const PLAIN_NEGATOR = 16;
export const KEEPS = 32;
/** What is bought, faked or hidden: may be negated from behind. */
export const PRACTICE = 64;
/** Tags whose wording may hold a negator that is part of the name ("do not contact list"). */
export const FIXED = 128;
export const BREAK = 256;
export const AUXILIARY = 512;
export const AND = 1024;
/** Tells the time, certainty or owner of the conduct in its clause. */
export const MODAL = 2048;
export const EXCEPTION = 4096;
export const FIRM = 8192;
export const SAME = 16384;
/** Says that the author does it: "we buy", "are imported". */
export const USE = 32768;
/** "no", "kein": may follow the verb it negates. */
export const DETERMINER = 65536;
/** The author's own voice: "we", "our". */
export const OWN = 131072;

const KINDS: Record<string, number> = {
  'as.neg': MARK | NEGATOR | PLAIN_NEGATOR,
  'as.nodet': MARK | NEGATOR | DETERMINER,
  'as.negpost': MARK | NEGATOR | NEGATOR_BEHIND,
  'as.neglist': MARK | NEGATOR | LIST_NEGATOR,
  'as.keep': MARK | KEEPS,
  'as.break': MARK | BREAK,
  'as.aux': MARK | AUXILIARY,
  'as.and': MARK | AND,
  'as.except': MARK | EXCEPTION | FIXED,
  'as.firm': MARK | FIRM,
  'as.same': MARK | SAME,
  'as.use': MARK | USE,
  'as.own': MARK | OWN,
};
const MODALS = /^as\.(others|law|advice|ended|plan|cond|hedge)$/;
const NAMES = /^(optout|suppress|deadline|dnc|optno|retvague|freq|dur)$/;

/** The bits of a tag. */
export function kindOf(tag: string): number {
  const known = KINDS[tag];
  if (known !== undefined) return known;
  if (MODALS.test(tag)) return MARK | MODAL;
  if (tag.startsWith('as.')) return MARK;
  if (tag.startsWith('bad.')) return PRACTICE | FIXED;
  if (/^px\.|^(preticked|voicebad|brokersrc|vendorkind|stolensrc|scrapetool|guesssrc)$/.test(tag))
    return PRACTICE;
  return NAMES.test(tag) ? FIXED : 0;
}

/** The tags of a book, numbered once for all its languages. */
export interface Tags {
  names: string[];
  ids: Map<string, number>;
  kinds: number[];
}

export function emptyTags(): Tags {
  return { names: [], ids: new Map(), kinds: [] };
}

/** The number of a tag, given out on first sight. */
export function tagId(tags: Tags, name: string): number {
  const known = tags.ids.get(name);
  if (known !== undefined) return known;
  const id = tags.names.push(name) - 1;
  tags.ids.set(name, id);
  tags.kinds.push(kindOf(name));
  return id;
}
