import { caseNumber } from '../../kernel/case-number.ts';
import { render } from '../../platform/templates.ts';
import type { Uow } from '../../platform/uow.ts';
import type { ApplicationRow } from '../store/applications.ts';
import { insertLetter, type LetterRow } from '../store/letters.ts';

/** Stands in a letter where the sending job puts a fresh link; the token itself is never kept. */
export const linkPlaceholder = '{{link}}';

/** Writes one of the letters that need no person's words, in the application's language. Returns its id. */
export async function writeLetter(
  uow: Uow,
  application: ApplicationRow,
  purpose: LetterRow['purpose'],
  values: { name?: string; to?: string } & Record<string, string>,
): Promise<string> {
  const { to, ...rest } = values;
  const letter = render(purpose, application.locale, {
    ...rest,
    case_number: caseNumber(application.number, application.created_at),
    trading_name: application.trading_name,
    link: linkPlaceholder,
  });
  return insertLetter(uow, {
    application_id: application.id,
    purpose,
    locale: application.locale,
    template_version: letter.version,
    subject: letter.subject,
    body: letter.body,
    to_email: to ?? null,
  });
}
