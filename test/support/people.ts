import { expect } from 'vitest';
import { systemActor } from '../../server/kernel/actor.ts';
import { createPerson, type PersonInput } from '../../server/people/service/create-person.ts';
import { sha256 } from '../../server/platform/digest.ts';
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

/** Signs in and expects it to work; gives the browser and what it was told. */
export async function signedInBy(app: TestApp, email: string) {
  const { browser, reply } = await signInBy(app, email);
  expect(reply.status).toBe(200);
  return { browser, reply };
}

const digestOf = (cookie: string | undefined) => sha256(/assay=([^;]+)/.exec(cookie ?? '')?.[1] ?? '');

/** The kept session behind a browser's cookie, as a query. */
export const sessionsOfCookie = (app: TestApp, cookie: string | undefined) =>
  app.services.db('sessions').where({ token_digest: digestOf(cookie) });
