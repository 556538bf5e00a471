import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import type { Locale } from '../schema/form.ts';
import { changeApplication } from '../store/applications.ts';
import { lockOwn } from './own-application.ts';

/** The applicant chooses the language of the portal and of every later letter. */
export async function setLocale(uow: Uow, input: { locale: Locale }): Promise<{ locale: Locale }> {
  const application = await lockOwn(uow);
  if (application.locale !== input.locale) {
    await changeApplication(uow, application, { locale: input.locale }, 'system');
    await record(uow, {
      type: 'application.locale_changed',
      subject: { kind: 'application', id: application.id },
      data: { from: application.locale, to: input.locale },
    });
  }
  return { locale: input.locale };
}
