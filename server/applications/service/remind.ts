import { record } from '../../audit/record.ts';
import { eachByItself, type Uow } from '../../platform/uow.ts';
import { deadlinesInForce } from '../../queue/service/deadlines.ts';
import { requestsText } from '../rules/letter.ts';
import { type ApplicationRow, changeApplication } from '../store/applications.ts';
import { openRequests } from '../store/asked-items.ts';
import { dueReminders } from '../store/requests.ts';
import { formOf } from '../store/revisions.ts';
import { longDate, phraseIn } from './compose-letter.ts';
import { writeLetter } from './write-letter.ts';

async function remind(uow: Uow, application: ApplicationRow, count: number): Promise<boolean> {
  const form = await formOf(uow, application.id, application.revision);
  const asked = await openRequests(uow, application.id);
  const { locale } = application;
  const letterId = await writeLetter(uow, application, 'reminder', {
    name: form.responsible_person.name,
    requests: requestsText(asked, form, phraseIn(locale)),
    asked_date: await longDate(uow, asked[0]?.requested_at ?? (await uow.now()), locale),
    due_date: await longDate(uow, application.changes_due_at ?? (await uow.now()), locale),
  });
  await changeApplication(uow, application, { reminded: count }, 'system');
  await record(uow, {
    type: 'application.reminded',
    subject: { kind: 'application', id: application.id },
    data: { letter_id: letterId, reminder: count, round: application.round },
  });
  return true;
}

/** Reminds applicants on the days the rule book names; what was missed while nothing ran is caught up by one letter. */
export async function remindApplicants(uow: Uow): Promise<number> {
  const { book } = await deadlinesInForce(uow);
  const daysBefore = book.changes.reminder_days.map((days) => book.changes.due_days - days);
  const due = await dueReminders(uow, daysBefore);
  const now = (await uow.now()).getTime();
  return eachByItself(uow, 'remind', due, (application) => {
    const dueAt = application.changes_due_at?.getTime() ?? now;
    const passed = daysBefore.filter((days) => dueAt - days * 86_400_000 <= now).length;
    return remind(uow, application, passed);
  });
}
