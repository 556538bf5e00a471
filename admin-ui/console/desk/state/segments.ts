/** A place in a text that some finding rests on; UTF-16 offsets, end exclusive. */
export interface Mark {
  start: number;
  end: number;
  finding: string;
}

export interface Segment {
  start: number;
  end: number;
  text: string;
  /** The findings that rest on this stretch, the narrowest first; none for plain text. */
  findings: string[];
}

const isLowSurrogate = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? '');

/** A boundary inside a character of two units moves to its start, so that no half character is drawn. */
const whole = (text: string, at: number) => (isLowSurrogate(text, at) ? at - 1 : at);

/**
 * Cuts a text at every border of its marks. Overlapping and nested marks share segments; marks outside the text or
 * empty are left out. Joined together the segments are the text.
 */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const valid = marks
    .map((mark) => ({
      ...mark,
      start: whole(text, Math.max(0, mark.start)),
      end: whole(text, Math.min(text.length, mark.end)),
    }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const borders = [...new Set([0, text.length, ...valid.flatMap((mark) => [mark.start, mark.end])])].sort(
    (a, b) => a - b,
  );
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? text.length;
    const over = valid.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      start,
      end,
      text: text.slice(start, end),
      findings: [...new Set(over.map((mark) => mark.finding))],
    };
  });
}

/** What one more click on the same stretch picks: its findings one after another. */
export function nextFinding(findings: readonly string[], present: string | null): string | undefined {
  const at = present === null ? -1 : findings.indexOf(present);
  return findings[(at + 1) % findings.length];
}
