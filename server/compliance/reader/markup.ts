/** A stretch of visible source; `as` replaces it (an entity or a block break). */
export interface Piece {
  start: number;
  end: number;
  as?: string;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
};
const BLOCK = /^\/?(p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|header|footer|blockquote|pre|hr)$/;
const NEVER_SHOWN = /^(script|style|template|noscript|head|title)$/;
const VOID = /^(br|hr|img|input|meta|link|wbr|area|base|col|embed|source|track)$/;
const CONCEALS =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d]*[1-9])|text-indent\s*:\s*-\d{3,}|color\s*:\s*(?:#fff(?:fff)?\b|white|transparent)|(?:left|top)\s*:\s*-\d{3,}/i;
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<(\/?[a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)\/?>|&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g;

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code < 0x110000 && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}

/** Splits HTML-like text into what is shown and what is concealed. Text without markup comes back whole. */
export function stripMarkup(source: string): {
  pieces: Piece[];
  concealed: { start: number; end: number }[];
} {
  const pieces: Piece[] = [];
  const concealed: { start: number; end: number }[] = [];
  let at = 0;
  let depth = 0;
  let hiddenTag = '';
  let hiddenFrom = 0;
  const show = (to: number): void => {
    if (depth === 0 && to > at) pieces.push({ start: at, end: to });
  };
  for (const match of source.matchAll(TOKEN)) {
    const [whole, tag, attributes, named] = match;
    const end = match.index + whole.length;
    if (named !== undefined) {
      const value = entity(named);
      if (value === undefined) continue;
      show(match.index);
      if (depth === 0 && value !== '') pieces.push({ start: match.index, end, as: value });
      at = end;
      continue;
    }
    show(match.index);
    at = end;
    if (tag === undefined) {
      if (/\p{L}{3}/u.test(whole.slice(4))) concealed.push({ start: match.index, end });
      continue;
    }
    const name = tag.toLowerCase();
    if (depth > 0) {
      if (name === hiddenTag) depth += 1;
      else if (name === `/${hiddenTag}`) depth -= 1;
      if (depth === 0 && !NEVER_SHOWN.test(hiddenTag)) conceal(source, hiddenFrom, match.index, concealed);
      continue;
    }
    if (BLOCK.test(name)) pieces.push({ start: match.index, end, as: '\n' });
    const hides =
      NEVER_SHOWN.test(name) ||
      /(^|\s)hidden(\s|=|$)/i.test(attributes ?? '') ||
      CONCEALS.test(attributes ?? '');
    if (hides && !name.startsWith('/') && !VOID.test(name)) {
      depth = 1;
      hiddenTag = name;
      hiddenFrom = end;
    }
  }
  if (depth > 0) conceal(source, hiddenFrom, source.length, concealed);
  else if (at < source.length) pieces.push({ start: at, end: source.length });
  return { pieces, concealed };
}

function conceal(source: string, start: number, end: number, into: { start: number; end: number }[]): void {
  if (/\p{L}{2}/u.test(source.slice(start, end))) into.push({ start, end });
}
