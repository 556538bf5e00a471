import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, commandOf, dossierOf, inReview } from '../../support/desk.ts';
import { soundForm } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const form = soundForm();
const contact = (email: string) => ({ ...form.responsible_person, email });
const referee = (email: string) => form.references.map((one, at) => (at === 0 ? { ...one, email } : one));

describe('trust 19: who stands too close to an application never gets it', () => {
  it.each([
    ['is the applicant', (own: string) => ({ responsible_person: contact(own) })],
    [
      'is the applicant, in capitals and with a tag',
      (own: string) => ({
        responsible_person: contact(own.replace('@', '+apply@').toUpperCase()),
      }),
    ],
    ['is named as a referee', (own: string) => ({ references: referee(own.replace('@', '+ref@')) })],
    [
      'has a mailbox at the domain of the responsible person',
      (own: string) => ({
        responsible_person: contact(`somebody.else@${own.split('@')[1]}`),
      }),
    ],
  ])('who %s', async (_, change) => {
    const own = await app.signIn('reviewer');
    const { email } = (await app.services.db('persons').where({ id: own.personId }).first('email')) ?? {};
    const id = await inReview(app, change(String(email)));
    const shown = await dossierOf(own, id);
    expect(shown.item.eligible).toBe(false);
    const { item } = shown;
    const claim = await own.post(`/api/work-items/${item.id}/claim`, {}, { ifMatch: item.version });
    expect([claim.status, claim.body.code]).toEqual([403, 'own_involvement']);
    expect(commandOf(shown, 'approve')?.blocked_by[0]?.code).toBe('own_involvement');
    const decided = await command(own, id, 'approve', acceptance);
    expect([decided.status, decided.body.code]).toEqual([403, 'own_involvement']);
  });

  it('and somebody who joined only later decides nothing about it either', async () => {
    const id = await inReview(app, { responsible_person: contact('late@newcomer.example') });
    const late = await app.signIn('reviewer');
    await app.services
      .db('persons')
      .where({ id: late.personId })
      .update({ email: 'joined@newcomer.example' });
    const decided = await command(late, id, 'approve', acceptance);
    expect([decided.status, decided.body.params.why]).toEqual([403, 'own_submission']);
  });
});
