import { render } from '../../platform/templates.ts';
import type { Uow } from '../../platform/uow.ts';
import { insertPersonLetter, type PersonLetterRow } from '../store/letters.ts';

/**
 * Writes a letter to a person of the desk in their language. A link in it stays a placeholder until it is sent: no
 * secret is ever kept. Returns the letter's id, for the event that owes it.
 */
export async function writePersonLetter(
  uow: Uow,
  person: { id: string; name: string; locale: string },
  purpose: PersonLetterRow['purpose'],
  values: Record<string, string> = {},
): Promise<string> {
  const { subject, body, version } = render(purpose, person.locale, {
    ...values,
    name: person.name,
    link: '{{link}}',
  });
  return insertPersonLetter(uow, {
    person_id: person.id,
    purpose,
    locale: person.locale,
    template_version: version,
    subject,
    body,
  });
}
