import { systemActor } from '../../server/kernel/actor.ts';
import { createPerson, type PersonInput } from '../../server/people/service/create-person.ts';
import type { TestApp } from './app.ts';

export const password = 'correct horse battery staple';

/** A person with the common test password. */
export const addPerson = (app: TestApp, person: Omit<PersonInput, 'password'>): Promise<{ id: string }> =>
  app.services.run({ actor: systemActor('test') }, (uow) => createPerson(uow, { ...person, password }));

/** A browser in which that person typed address and password; carries cookie and anti-forgery token. */
export async function signInBy(app: TestApp, email: string, typed = password) {
  const browser = app.anonymous();
  const reply = await browser.post('/api/session/sign-in', { email, password: typed });
  browser.csrf = reply.body.csrf ?? undefined;
  return { browser, reply };
}
