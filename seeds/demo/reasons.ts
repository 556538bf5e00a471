import { textsOf } from '../../server/applications/rules/reasons.ts';
import type { ApplicationForm } from '../../server/applications/schema/form.ts';
import { type Reason, type ReasonCode, reasonCodes } from '../../server/applications/schema/review.ts';
import type { Findings } from '../../server/compliance/service/findings-of.ts';

const isCode = (text: string): text is ReasonCode => (reasonCodes as readonly string[]).includes(text);

const sentence = (text: string): string => /^[^.!?]+[.!?]?/.exec(text)?.[0].slice(0, 2_000) ?? '';

/** A reason named by its code, with the applicant's words it rests on where it rests on words. */
function byCode(code: ReasonCode, form: ApplicationForm): Reason {
  const quotes: Partial<Record<ReasonCode, string | undefined>> = {
    incoherent_statement: sentence(form.statement),
    identity_not_established: form.organisation.register_number,
    references_unusable: form.references[0]?.company,
  };
  const quote = quotes[code];
  return quote ? { code, quote } : { code };
}

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
    if (isCode(id)) return [byCode(id, form)];
    if (findings.coreGaps.includes(id)) return [gap(id)];
    return findings.blockingFlags.includes(id) ? [flag(id)] : [];
  });
  if (cited.length > 0) return cited;
  const found = [...findings.blockingFlags.map(flag), ...findings.coreGaps.map(gap)];
  return found.length > 0 ? found : [byCode(findings.coherent ? 'conduct' : 'incoherent_statement', form)];
}

/** The letter from its template with a paragraph of the reviewer's own behind the reasons. */
export function withOwnWords(body: string, words: string): string {
  const paragraphs = body.split('\n\n');
  return [...paragraphs.slice(0, -3), words, ...paragraphs.slice(-3)].join('\n\n');
}
