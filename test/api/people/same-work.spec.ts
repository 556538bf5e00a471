import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addPerson, password } from '../../support/people.ts';

const real = crypto.argon2;
const hashed: object[] = [];
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  for (const name of ['known', 'gone', 'invited'])
    await addPerson(app, { email: `${name}@desk.example`, name, roles: ['reviewer'] });
  const persons = () => app.services.db('persons');
  await persons().where({ email: 'gone@desk.example' }).update({ state: 'disabled' });
  await persons().where({ email: 'invited@desk.example' }).update({ state: 'invited', password_hash: null });
  crypto.argon2 = ((
    algorithm: string,
    settings: Parameters<typeof real>[1],
    done: Parameters<typeof real>[2],
  ) => {
    const { memory, passes, parallelism, tagLength } = settings;
    hashed.push({ algorithm, memory, passes, parallelism, tagLength });
    return real(algorithm as Parameters<typeof real>[0], settings, done);
  }) as typeof real;
  syncBuiltinESMExports();
});
afterAll(async () => {
  crypto.argon2 = real;
  syncBuiltinESMExports();
  await app.stop();
});

/** The hashing that one try cost. */
async function workOf(email: string, typed: string): Promise<object[]> {
  await app.services.db('rate_windows').delete();
  hashed.length = 0;
  const reply = await app.anonymous().post('/api/session/sign-in', { email, password: typed });
  expect(reply.status).toBe(401);
  return [...hashed];
}

it('trust 29: an unknown, a disabled and an invited person cost the very hashing of a wrong password', async () => {
  // the stand-in is made once, by the first who needs it
  await workOf('first@desk.example', 'wrong');
  const wrong = await workOf('known@desk.example', 'wrong');
  expect(wrong).toEqual([
    { algorithm: 'argon2id', memory: 47_104, passes: 1, parallelism: 1, tagLength: 32 },
  ]);
  expect(await workOf('nobody@desk.example', password)).toEqual(wrong);
  expect(await workOf('gone@desk.example', password)).toEqual(wrong);
  expect(await workOf('invited@desk.example', password)).toEqual(wrong);
});
