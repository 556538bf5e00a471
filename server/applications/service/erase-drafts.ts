import { revokeLinks } from '../../access/service/portal-links.ts';
import { record } from '../../audit/record.ts';
import { removeAllFiles } from '../../files/service/remove-file.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { changeApplication, lockApplication, untouchedDrafts } from '../store/applications.ts';
import { eraseDraft } from '../store/drafts.ts';

export const untouchedDays = 90;
const batch = 100;

/** Blanks what was typed in a draft and removes its files; who asked for it records it. */
export async function blankDraft(uow: Uow, id: string): Promise<void> {
  await eraseDraft(uow, id);
  await removeAllFiles(uow, { kind: 'application', id });
}

/** Erases drafts nobody touched for 90 days, with their files and links. Gives how many; a full batch means there are more. */
export async function eraseUntouchedDrafts(uow: Uow): Promise<number> {
  const before = new Date((await uow.now()).getTime() - untouchedDays * 24 * 3600 * 1000);
  const ids = await untouchedDrafts(uow, before, batch);
  for (const id of ids) {
    const application = await lockApplication(uow, id);
    const state = step(applicationLifecycle, application.state, 'erase');
    await blankDraft(uow, id);
    await revokeLinks(uow, id);
    await changeApplication(uow, application, { state }, 'system');
    await record(uow, {
      type: 'application.draft_erased',
      subject: { kind: 'application', id },
      data: { untouched_days: untouchedDays },
    });
  }
  return ids.length;
}
