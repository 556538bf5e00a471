import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../server/kernel/actor.ts';
import { composeLetter } from '../../server/notifications/service/compose-letter.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { submitForm } from '../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('the letter an event owes', () => {
  it('is one, however often and at once the job runs (trust 1, 45)', async () => {
    const id = await submitForm(app.anonymous());
    await app.runJobs();
    const event = await app.services
      .db('events')
      .where({ subject_id: id, type: 'application.submitted' })
      .first();
    const compose = () =>
      app.services.run({ actor: systemActor('notifications.compose_letter') }, (uow) =>
        composeLetter(uow, { eventId: String(event?.id), messageHost: 'desk.example' }),
      );
    const mails = () => app.services.db('mails').where({ subject_id: id });
    expect((await mails()).map(({ effect_key }) => effect_key)).toEqual([`${event?.id}:letter`]);
    expect(await compose()).toBeNull();
    expect(await Promise.all([compose(), compose()])).toEqual([null, null]);
    await app.runJobs();
    expect(await mails()).toHaveLength(1);
    expect(app.sent).toHaveLength(1);
  });
});
