/** Where each answer lies in the composed text, UTF-16 units; labels and blank lines between answers belong to none. */
export type SourcingMap = { key: string; start: number; end: number }[];

/** The sourcing answers as one text of labelled parts, each answer exactly as typed, and the map back (M28). */
export function composeSourcing(answers: readonly { key: string; label: string; text: string }[]): {
  text: string;
  map: SourcingMap;
} {
  let text = '';
  const map: SourcingMap = [];
  for (const answer of answers) {
    if (answer.text.trim() === '') continue;
    text += `${text === '' ? '' : '\n\n'}${answer.label}\n`;
    const start = text.length;
    text += answer.text;
    map.push({ key: answer.key, start, end: text.length });
  }
  return { text, map };
}

/** The answers a span of the composed text lies in, with offsets into each answer; empty for a span of labels alone. */
export function locate(map: SourcingMap, start: number, end: number): SourcingMap {
  return map.flatMap((part) => {
    const from = Math.max(start, part.start);
    const to = Math.min(end, part.end);
    return from < to ? [{ key: part.key, start: from - part.start, end: to - part.start }] : [];
  });
}
