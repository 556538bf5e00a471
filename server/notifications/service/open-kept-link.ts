import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Config } from '../../platform/config.ts';
import type { Uow } from '../../platform/uow.ts';
import { inScope, type MailScope, subjectOf } from '../rules.ts';
import { lockMail } from '../store.ts';
import { freshLink } from './deliver-mail.ts';

/**
 * The link of a kept letter as its recipient would have it: only in a demo, where nobody receives mail. Anywhere else
 * it is `not_found`, as the desk must not walk in as an applicant.
 */
export async function openKeptLink(
  uow: Uow,
  input: { id: string; config: Config; scope: MailScope },
): Promise<{ link: string }> {
  const mail = await lockMail(uow, input.id);
  if (!input.config.demo || !inScope(input.scope, mail.subject_kind)) throw new Problem('not_found');
  await record(uow, {
    type: 'mail.link_opened',
    subject: { kind: 'mail', id: mail.id },
    data: { template: mail.template, ...subjectOf(mail) },
  });
  return { link: await freshLink(uow, mail, input.config.publicUrl) };
}
