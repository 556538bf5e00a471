import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { type SecondProcess, startSecondProcess } from '../../support/second-process.ts';
import { intakeKey, sending, totals, traces } from './machines.ts';

let app: TestApp;
let authorization: string;
const started: SecondProcess[] = [];

beforeAll(async () => {
  app = await startTestApp();
  authorization = `Bearer ${await intakeKey(app)}`;
});
afterAll(async () => {
  for (const one of started) await one.stop();
  await app.stop();
});

async function mortal(): Promise<SecondProcess> {
  const second = await startSecondProcess({
    DATABASE_URL: app.database.appUrl,
    ASSAY_KEYS: ['hmac', 'personal', 'signing']
      .map((kind) => `${kind}:test1:${Buffer.alloc(32, kind).toString('base64url')}`)
      .join(' '),
    PUBLIC_URL: app.url,
  });
  started.push(second);
  return second;
}

describe('a process is killed', () => {
  it('trust 1: after COMMIT, before the reply: the same key gives the stored reply, with one effect', async () => {
    const second = await mortal();
    const lost = second.client({ authorization }).post('/api/intake/applications', sending('ext-1'), {
      key: 'one-and-only',
      headers: { 'x-die': 'before-reply' },
    });
    await expect(lost).rejects.toThrow();
    await second.ended();
    const before = await traces(app, 'ext-1');
    expect(before.applications).toHaveLength(1);

    const machine = app.withKey(authorization.slice(7));
    const again = await machine.post('/api/intake/applications', sending('ext-1'), { key: 'one-and-only' });
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({ id: before.applications[0]?.id, state: 'submitted' });
    expect(await traces(app, 'ext-1')).toEqual(before);
  }, 40_000);

  it('trust 2: in the middle of a transaction: nothing of it is visible, neither event nor job nor key', async () => {
    const second = await mortal();
    const before = await totals(app);
    const lost = second.client({ authorization }).post('/api/intake/applications', sending('ext-2'), {
      key: 'never-was',
      headers: { 'x-die': 'before-commit' },
    });
    await expect(lost).rejects.toThrow();
    await second.ended();
    expect(await totals(app)).toEqual(before);

    const machine = app.withKey(authorization.slice(7));
    const again = await machine.post('/api/intake/applications', sending('ext-2'), { key: 'never-was' });
    expect(again.status).toBe(201);
    expect((await traces(app, 'ext-2')).applications).toHaveLength(1);
  }, 40_000);
});
