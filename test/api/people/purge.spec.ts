import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('what has served its time', () => {
  it('is removed: sessions thirty days after their end, used codes after a day; run twice it does no more', async () => {
    const [gone, fresh] = [await app.signIn('reviewer'), await app.signIn('reviewer')];
    const { db } = app.services;
    const ended = db.raw("clock_timestamp() - interval '31 days'");
    await db('sessions').where({ person_id: gone.personId }).update({ ended_at: ended });
    await db('totp_uses').insert([
      { person_id: gone.personId, time_step: 1, used_at: db.raw("clock_timestamp() - interval '25 hours'") },
      { person_id: gone.personId, time_step: 2 },
    ]);
    for (let run = 0; run < 2; run += 1) {
      await app.runJobs('people.purge_spent', 'access.purge_portal_sessions');
      expect(await db('sessions').pluck('person_id')).toEqual([fresh.personId]);
      expect(await db('totp_uses').pluck('time_step')).toEqual([2]);
    }
  });
});
