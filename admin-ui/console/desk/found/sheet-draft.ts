import type { z } from 'zod';
import type { sheetBody, sheetReply } from '../../../../server/compliance/schema/sheet.ts';
import type { Wire } from '../../../shared/api.ts';

export type SheetAsked = Wire<z.infer<typeof sheetReply>>;
export type SheetDraft = z.infer<typeof sheetBody>;
export const verdicts = ['met', 'partial', 'missing', 'contradicted'] as const;
export type Verdict = (typeof verdicts)[number];

/** What was filled before, to go on from; a sheet that was returned is mended, not begun anew. */
export const startFrom = (asked: SheetAsked): SheetDraft =>
  asked.filled && asked.filled.state !== 'replaced'
    ? { verdicts: asked.filled.verdicts, flags: asked.filled.flags }
    : { verdicts: {}, flags: {} };

const needsWords = (verdict: Verdict | undefined) => verdict !== undefined && verdict !== 'missing';

/** How many places of the sheet are still open: a verdict not given, words not quoted. */
export function openPlaces(asked: SheetAsked, draft: SheetDraft): number {
  const criteria = asked.criteria.filter(({ id, optional }) => {
    const given = draft.verdicts[id];
    if (!given) return !optional;
    return needsWords(given.verdict) && !given.quote?.trim();
  }).length;
  return criteria + Object.values(draft.flags).filter(({ quote }) => quote.trim() === '').length;
}

/** The draft as it is sent: no empty quotes. */
export const cleaned = (draft: SheetDraft): SheetDraft => ({
  flags: draft.flags,
  verdicts: Object.fromEntries(
    Object.entries(draft.verdicts).map(([id, { verdict, quote }]) => [
      id,
      quote && needsWords(verdict) ? { verdict, quote } : { verdict },
    ]),
  ),
});
