import { evidenceList, rawEvidence } from './evidence.ts';
import { COMMA, SEMICOLON } from './gaps.ts';
import { type Case, found } from './judge.ts';
import type { ReadField } from './text.ts';
import type { Evidence } from './types.ts';
import { ROLES } from './words.ts';

const PLACEHOLDER =
  /\[[A-Z\u00c0-\u00dc][A-Z\u00c0-\u00dc _/'-]{0,40}\]|\[(?:[Xx]{1,3}|your|insert|list|name|date|company|firma|datum|nom|nombre|ihr|votre)\b[^\]\n]{0,40}\]|\{\{[^{}\n]{1,40}\}\}|<(?:insert|your|company)[ _][^<>\n]{1,40}>|_{4,}/g;
const CONCEALED_ORDER =
  /(rate|score|mark|approve|ignore|classify|treat)\b.{0,60}\b(statement|applicant|application|criteri|instruction|excellent|met|pass|compliant)/i;

/** Signs that the text was not written for a reader: hidden text, orders to a machine, templates, term soup. */
export function integrity(the: Case, raise: (id: string, evidence: (Evidence | null)[]) => void): void {
  for (const field of [the.fields.statement, the.fields.data_sourcing]) {
    if (field.plain.hidden.length > 0) {
      raise(
        'hidden_text',
        field.plain.hidden.slice(0, 8).map(({ start, end }) => rawEvidence(field, start, end, 'hidden_text')),
      );
    }
    for (const { start, end } of field.plain.concealed) {
      if (CONCEALED_ORDER.test(field.plain.source.slice(start, end)))
        raise('prompt_injection', [rawEvidence(field, start, end, 'prompt_injection.concealed')]);
    }
    const blanks = [...field.plain.source.matchAll(PLACEHOLDER)];
    if (blanks.length > 0) {
      raise(
        'boilerplate_copy',
        blanks
          .slice(0, 6)
          .map((match) =>
            rawEvidence(field, match.index, match.index + match[0].length, 'boilerplate_copy.placeholder'),
          ),
      );
    }
    for (const sentence of field.sentences.filter((one) => isTermSoup(field, one.from, one.to))) {
      raise('keyword_stuffing', [rawEvidence(field, sentence.start, sentence.end, 'keyword_stuffing')]);
    }
  }
  const orders = found(the, 'injection.order', 0);
  if (orders.length > 0) raise('prompt_injection', evidenceList(the, orders, 4));
}

/** A long list of short terms with no verb between them: nothing in it is a statement of practice. */
export function isTermSoup(field: ReadField, from: number, to: number): boolean {
  const length = to - from;
  if (length < 24) return false;
  let commas = 0;
  let glue = 0;
  for (let i = from; i < to; i += 1) {
    const token = field.tokens[i];
    if (token === undefined) continue;
    if ((token.marks & (COMMA | SEMICOLON)) !== 0) commas += 1;
    if ((token.known.roles & ROLES.glue) !== 0) glue += 1;
  }
  return commas >= 9 && length / (commas + 1) <= 5 && glue / length < 0.07;
}
