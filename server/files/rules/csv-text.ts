const separators = [',', ';', '\t', '|'];
const sampled = 200;

/** Fields of one line under a separator, quotes respected; null where a quote stays open. */
function fields(line: string, separator: string): number | null {
  let count = 1;
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) count += 1;
  }
  return quoted ? null : count;
}

/** Lines of the text, with a line break inside quotes kept in its line. */
function records(text: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const line of text.split(/\r\n|\n|\r/)) {
    const joined = open === '' ? line : `${open}\n${line}`;
    if ((joined.split('"').length - 1) % 2 === 1) open = joined;
    else {
      lines.push(joined);
      open = '';
    }
    if (lines.length >= sampled) return lines.filter((one) => one.trim() !== '');
  }
  if (open !== '') lines.push(open);
  return lines.filter((line) => line.trim() !== '');
}

/**
 * True for UTF-8 text in columns: no NUL or other control, at least two columns, the same number in every line.
 * Markup and scripts are text too, so anything that begins like a tag is not CSV.
 */
export function looksLikeCsv(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  if (/[^\P{Cc}\t\n\r]/u.test(text) || /^\s*[<{]|^#!/.test(text)) return false;
  if (/<\/?(?:script|html|svg|iframe|body|object)\b/i.test(text)) return false;
  const lines = records(text);
  if (lines.length === 0) return false;
  return separators.some((separator) => {
    const counts = new Set(lines.map((line) => fields(line, separator)));
    const [only] = counts;
    return counts.size === 1 && typeof only === 'number' && only >= 2;
  });
}
