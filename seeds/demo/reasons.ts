import { textsOf } from '../../server/applications/rules/reasons.ts';
import type { ApplicationForm } from '../../server/applications/schema/form.ts';
import { type Reason, type ReasonCode, reasonCodes } from '../../server/applications/schema/review.ts';
import type { Findings } from '../../server/compliance/service/findings-of.ts';

const isCode = (text: string): text is ReasonCode => (reasonCodes as readonly string[]).includes(text);

/**
 * The reasons a story names by criterion or flag, as a person at the desk would cite them on this reading: core gaps and
 * blocking flags that are there, each with the applicant's words. Where the reading has none of them, what it has.
 */
export function citedReasons(named: readonly string[], findings: Findings, form: ApplicationForm): Reason[] {
  const texts = textsOf(form);
  const quoted = (quotes: readonly string[] | undefined) => {
    const quote = quotes?.find((one) => one.length <= 2_000 && texts.some((text) => text.includes(one)));
    return quote ? { quote } : {};
  };
  const gap = (id: string): Reason => ({
    code: 'core_gap',
    criterion: id,
    ...quoted(findings.criteria.find((one) => one.id === id)?.quotes),
  });
  const flag = (id: string): Reason => ({
    code: 'blocking_flag',
    flag: id,
    ...quoted(findings.flags.find((one) => one.id === id)?.quotes),
  });
  const cited = named.flatMap((id): Reason[] => {
    if (isCode(id)) return [{ code: id }];
    if (findings.coreGaps.includes(id)) return [gap(id)];
    return findings.blockingFlags.includes(id) ? [flag(id)] : [];
  });
  if (cited.length > 0) return cited;
  const found = [...findings.blockingFlags.map(flag), ...findings.coreGaps.map(gap)];
  return found.length > 0 ? found : [{ code: findings.coherent ? 'conduct' : 'incoherent_statement' }];
}

/** The letter from its template with a paragraph of the reviewer's own behind the reasons. */
export function withOwnWords(body: string, words: string): string {
  const paragraphs = body.split('\n\n');
  return [...paragraphs.slice(0, -3), words, ...paragraphs.slice(-3)].join('\n\n');
}
