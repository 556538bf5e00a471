import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import { modeOf } from '../../platform/installation.ts';
import type { Uow } from '../../platform/uow.ts';
import { inScope, type MailScope, subjectOf } from '../rules.ts';
import { lockMail } from '../store.ts';
import { freshLink } from './deliver-mail.ts';

/**
 * The link of a kept letter as its recipient would have it: only in a demo, where nobody receives mail. Anywhere else
 * it is `not_found`, as the desk must not walk in as an applicant. What the installation is stands in the database: a
 * setting that was forgotten must not open it.
 */
export async function openKeptLink(
  uow: Uow,
  input: { id: string; publicUrl: string; scope: MailScope },
): Promise<{ link: string }> {
  const mail = await lockMail(uow, input.id);
  const demo = (await modeOf(uow.trx)) === 'demo';
  if (!demo || !inScope(input.scope, mail.subject_kind)) throw new Problem('not_found');
  await record(uow, {
    type: 'mail.link_opened',
    subject: { kind: 'mail', id: mail.id },
    data: { template: mail.template, ...subjectOf(mail) },
  });
  return { link: await freshLink(uow, mail, input.publicUrl) };
}
