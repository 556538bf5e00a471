import type { FieldError } from '../../kernel/problem.ts';
import type { Judgement } from '../reader/judge.ts';
import { zonesOf } from '../reader/regimes.ts';
import { scoreOf } from '../reader/score.ts';
import type { EvidenceReply } from '../schema/reading.ts';
import type { RubricBook } from '../schema/rubric.ts';
import type { Sheet } from '../schema/sheet.ts';
import { type AnswerPlace, locate } from './compose.ts';
import type { Adjusted } from './override.ts';
import type { StoredReading } from './stored-reading.ts';

interface Text {
  channels: readonly string[];
  regions: readonly string[];
  statement: string;
  data_sourcing: string;
  sourcing_map: AnswerPlace[];
}

/** Whether a criterion applies to these channels and regions; `maybe` where only the text can tell. */
function applies(expression: string, { channels, regions }: Text): 'yes' | 'maybe' | 'no' {
  const holds = (term: string): 'yes' | 'maybe' | 'no' => {
    const [kind = '', list = ''] = term.trim().split(':');
    const names = list.split('|');
    if (kind === 'text') return 'maybe';
    if (kind === 'always') return 'yes';
    if (kind === 'zones>=2') return zonesOf(regions).size >= 2 ? 'yes' : 'no';
    return names.some((name) => (kind === 'region' ? regions : channels).includes(name)) ? 'yes' : 'no';
  };
  const sides = expression.split(' or ').map((side) => {
    const terms = side.split(' & ').map(holds);
    return terms.includes('no') ? 'no' : terms.includes('maybe') ? 'maybe' : 'yes';
  });
  return sides.includes('yes') ? 'yes' : sides.includes('maybe') ? 'maybe' : 'no';
}

/** The criteria a sheet asks for; one that may not apply can be left out. */
export const asked = (book: RubricBook, text: Text) =>
  book.criteria.flatMap((one) => {
    const does = applies(one.applies, text);
    return does === 'no' ? [] : [{ ...one, core: book.core.includes(one.id), optional: does === 'maybe' }];
  });

/** Where the words stand; null where they do not. */
function placeOf(quote: string, text: Text): EvidenceReply | null {
  for (const field of ['statement', 'data_sourcing'] as const) {
    const start = text[field].indexOf(quote);
    if (quote === '' || start < 0) continue;
    const end = start + quote.length;
    const plain = { field, start, end, quote, rule: 'by_hand' };
    const [part] = field === 'data_sourcing' ? locate(text.sourcing_map, start, end) : [];
    return part ? { ...plain, part: part.key, part_start: part.start, part_end: part.end } : plain;
  }
  return null;
}

/** Everything that keeps a sheet from counting, each at its place; empty for a whole one. */
export function sheetFaults(book: RubricBook, text: Text, sheet: Sheet): FieldError[] {
  const faults: FieldError[] = [];
  const known = new Map(asked(book, text).map((one) => [one.id, one]));
  for (const { id, optional } of known.values())
    if (!optional && !sheet.verdicts[id]) faults.push({ pointer: `/verdicts/${id}`, code: 'missing' });
  for (const [id, { verdict, quote }] of Object.entries(sheet.verdicts)) {
    if (!known.has(id)) faults.push({ pointer: `/verdicts/${id}`, code: 'unknown_field' });
    else if (verdict !== 'missing' && !quote)
      faults.push({ pointer: `/verdicts/${id}/quote`, code: 'missing' });
    else if (quote && !placeOf(quote, text))
      faults.push({ pointer: `/verdicts/${id}/quote`, code: 'not_in_the_text' });
  }
  const flags = new Set(book.red_flags.map(({ id }) => id));
  for (const [id, { quote }] of Object.entries(sheet.flags)) {
    if (!flags.has(id)) faults.push({ pointer: `/flags/${id}`, code: 'unknown_field' });
    else if (!placeOf(quote, text)) faults.push({ pointer: `/flags/${id}/quote`, code: 'not_in_the_text' });
  }
  return faults;
}

/** A confirmed sheet as a reading: the same weights, caps and bands as the machine's, read by people. */
export function readingOfSheet(
  book: RubricBook,
  text: Text,
  sheet: Sheet,
): Adjusted & { reading: StoredReading } {
  const evidence = (quote: string | undefined) => {
    const place = quote ? placeOf(quote, text) : null;
    return place ? [place] : [];
  };
  const verdictOf = (id: string) => sheet.verdicts[id]?.verdict;
  const judged = new Map<string, Judgement>(
    Object.entries(sheet.verdicts).map(([id, { verdict }]) => [id, { verdict, because: [] }]),
  );
  const red_flags = book.red_flags
    .filter(({ id }) => sheet.flags[id])
    .map((flag) => ({ ...flag, evidence: evidence(sheet.flags[flag.id]?.quote) }));
  const consistent = ['met', 'partial'].includes(verdictOf('internal_consistency') ?? '');
  const coherent = consistent && !red_flags.some(({ id }) => id === 'non_statement');
  const scored = scoreOf(book, judged, red_flags, coherent);
  const criteria = book.criteria.flatMap(({ id, area, weight }) => {
    const found = sheet.verdicts[id];
    if (!found) return [];
    return [
      {
        id,
        area,
        weight,
        points: weight * book.credits[found.verdict],
        core: book.core.includes(id),
        key: book.key.includes(id),
        verdict: found.verdict,
        evidence: evidence(found.quote),
        looked_for: `rubric.looked_for.${id}`,
      },
    ];
  });
  return {
    ...scored,
    coherent,
    reading: { rubric_version: book.version, not_read: false, criteria, red_flags, caps: scored.caps },
  };
}
