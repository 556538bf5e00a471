import { revokeLinks } from '../../access/service/portal-links.ts';
import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { eachByItself, type Uow } from '../../platform/uow.ts';
import { closeItem } from '../../queue/service/close-item.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { type ApplicationRow, changeApplication } from '../store/applications.ts';
import { closeRequests } from '../store/asked-items.ts';
import { pastDue } from '../store/requests.ts';
import { formOf } from '../store/revisions.ts';
import { longDate } from './compose-letter.ts';
import { writeLetter } from './write-letter.ts';

async function lapse(uow: Uow, application: ApplicationRow): Promise<boolean> {
  const state = step(applicationLifecycle, application.state, 'lapse');
  const form = await formOf(uow, application.id, application.revision);
  const letterId = await writeLetter(uow, application, 'lapsed', {
    name: form.responsible_person.name,
    due_date: await longDate(uow, application.changes_due_at ?? (await uow.now()), application.locale),
  });
  await changeApplication(uow, application, { state, changes_due_at: null }, 'system');
  await closeRequests(uow, application.id, 'lapsed');
  await closeItem(uow, application.id);
  await revokeLinks(uow, application.id, 'changes');
  await record(uow, {
    type: 'application.lapsed',
    subject: { kind: 'application', id: application.id },
    data: { from: application.state, to: state, letter_id: letterId, round: application.round },
  });
  return true;
}

/** Applications whose changes did not come in time lapse, without prejudice; one that cannot keeps no other from it. */
export async function lapseApplications(uow: Uow): Promise<number> {
  return eachByItself(uow, 'lapse', await pastDue(uow), (application) => lapse(uow, application));
}
