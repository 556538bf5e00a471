import { caseNumber } from '../../kernel/case-number.ts';
import { Problem } from '../../kernel/problem.ts';
import { phrase, placeholdersLeft, type Rendered, render } from '../../platform/templates.ts';
import type { Uow } from '../../platform/uow.ts';
import { loadPolicy } from '../../policies/service/current-policy.ts';
import { deadlinesInForce } from '../../queue/service/deadlines.ts';
import { channelsText, type Phrase, reasonsText, requestsText } from '../rules/letter.ts';
import type { ApplicationForm, Locale } from '../schema/form.ts';
import type { Letter, PreviewInput } from '../schema/review.ts';
import type { ApplicationRow } from '../store/applications.ts';
import { insertLetter, type LetterRow } from '../store/letters.ts';
import { linkPlaceholder } from './write-letter.ts';

export const purposes = {
  approve: 'approved',
  reject: 'rejected',
  request_changes: 'changes_requested',
} as const satisfies Record<PreviewInput['kind'], LetterRow['purpose']>;

export const phraseIn =
  (locale: string): Phrase =>
  (key, values) =>
    phrase(locale, key, values);

/** A date of the letter's language, in the desk's time zone. */
export async function longDate(uow: Uow, at: Date, locale: string): Promise<string> {
  const { book } = await deadlinesInForce(uow);
  return new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: book.calendar.time_zone,
  }).format(at);
}

export interface LetterInput extends PreviewInput {
  role: 'reviewer' | 'compliance_officer';
  rubricVersion: string;
  policyIds: readonly string[];
}

async function plausibilityVersion(uow: Uow, ids: readonly string[]): Promise<string> {
  for (const id of ids) {
    const policy = await loadPolicy(uow, id);
    if (policy.kind === 'plausibility') return policy.version;
  }
  return '';
}

/** The letter of a decision or request as its template gives it; what is not chosen yet stays a standing placeholder. */
export async function composeLetter(
  uow: Uow,
  application: ApplicationRow,
  form: ApplicationForm,
  input: LetterInput,
): Promise<Rendered> {
  const locale: Locale = input.locale ?? application.locale;
  const say = phraseIn(locale);
  const { book } = await deadlinesInForce(uow);
  const common = {
    name: form.responsible_person.name,
    case_number: caseNumber(application.number, application.created_at),
    trading_name: application.trading_name,
    role: say(`role.${input.role}`) ?? input.role,
  };
  if (input.kind === 'request_changes') {
    const due = new Date((await uow.now()).getTime() + book.changes.due_days * 86_400_000);
    return render('changes_requested', locale, {
      ...common,
      link: linkPlaceholder,
      due_date: await longDate(uow, due, locale),
      note: input.note?.trim() ?? '',
      ...(input.requests?.length ? { requests: requestsText(input.requests, form, say) } : {}),
    });
  }
  const decided = {
    ...common,
    rubric_version: input.rubricVersion,
    appeal_days: String(book.appeal_days),
  };
  if (input.kind === 'approve')
    return render('approved', locale, {
      ...decided,
      link: linkPlaceholder,
      ...(input.channels && Object.keys(input.channels).length > 0
        ? { channels: channelsText(input.channels, say) }
        : {}),
    });
  const versions = {
    rubric: input.rubricVersion,
    plausibility: await plausibilityVersion(uow, input.policyIds),
  };
  return render('rejected', locale, {
    ...decided,
    ...(input.reasons?.length ? { reasons: reasonsText(input.reasons, versions, say) } : {}),
  });
}

/** A letter that asks for changes reopens them by its link alone: where an editor took it out it stands at the end again (M14). */
function withLink(body: string, locale: string): string {
  const spelled = body.replace(/\{\{\s*link\s*\}\}/g, linkPlaceholder);
  if (spelled.includes(linkPlaceholder)) return spelled;
  return `${spelled.trimEnd()}\n\n${phrase(locale, 'link_again') ?? ''}\n\n${linkPlaceholder}\n`;
}

/** Keeps the letter as the person left it, with its link where answers come by it. Throws `invalid_input` while a placeholder stands in it. */
export async function keepLetter(
  uow: Uow,
  application: ApplicationRow,
  kind: PreviewInput['kind'],
  letter: Letter,
  id?: string,
): Promise<string> {
  const fields = (['subject', 'body'] as const).flatMap((part) => {
    const left = placeholdersLeft(letter[part]);
    return left.length === 0
      ? []
      : [{ pointer: `/letter/${part}`, code: 'unfilled_placeholder', params: { names: left.join(', ') } }];
  });
  if (fields.length > 0) throw new Problem('invalid_input', {}, { fields });
  const purpose = purposes[kind];
  const body = kind === 'request_changes' ? withLink(letter.body, application.locale) : letter.body;
  const kept = {
    application_id: application.id,
    purpose,
    locale: application.locale,
    template_version: render(purpose, application.locale, {}).version,
    subject: letter.subject,
    body,
  };
  return insertLetter(uow, kept, id);
}
