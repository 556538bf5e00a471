import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../server/platform/db/connect.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { soundForm, startDraft } from '../../support/forms.ts';
import { intakeKey, sending, traces } from './machines.ts';

const path = '/api/intake/applications';
let app: TestApp;
let owner: Knex;

beforeAll(async () => {
  app = await startTestApp();
  owner = connect(app.database.adminUrl, { max: 2, applicationName: 'assay-test' });
});
afterAll(async () => {
  await owner.destroy();
  await app.stop();
});

describe('an Idempotency-Key', () => {
  it('is asked for where a repetition would hand in twice', async () => {
    const machine = app.withKey(await intakeKey(app));
    const reply = await machine.post(path, sending('k-0'));
    expect(reply.status).toBe(400);
    expect(reply.body.code).toBe('key_required');
    expect((await traces(app, 'k-0')).applications).toEqual([]);
  });

  it('trust 13: gives the first reply again, without the link that is shown once', async () => {
    const machine = app.withKey(await intakeKey(app));
    const first = await machine.post(path, sending('k-1'), { key: 'a' });
    const again = await machine.post(path, sending('k-1'), { key: 'a' });
    const { status_link, ...rest } = first.body;
    expect(status_link).toContain('/portal/application#t=');
    expect([again.status, again.body]).toEqual([201, rest]);
    const stored = await app.services.db('idempotency_keys').select('reply');
    expect(JSON.stringify(stored)).not.toContain(status_link.split('#t=')[1]);
    expect((await traces(app, 'k-1')).applications).toHaveLength(1);
  });

  it('trust 13: with another body is refused with 422 and changes nothing', async () => {
    const machine = app.withKey(await intakeKey(app));
    await machine.post(path, sending('k-2'), { key: 'b' });
    const other = await machine.post(path, sending('k-2-other'), { key: 'b' });
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('key_reused');
    expect((await traces(app, 'k-2-other')).applications).toEqual([]);
  });

  it('trust 13: that is being worked on is refused with 409; afterwards it gives the stored reply', async () => {
    const machine = app.withKey(await intakeKey(app));
    const block = await owner.transaction();
    await block.raw('lock table applications in exclusive mode');
    const both = [1, 2].map(() => machine.post(path, sending('k-3'), { key: 'c' }));
    const refused = await Promise.race(both);
    expect([refused.status, refused.body.code]).toEqual([409, 'key_in_flight']);
    await block.rollback();
    const done = (await Promise.all(both)).find((reply) => reply.status === 201);
    const third = await machine.post(path, sending('k-3'), { key: 'c' });
    expect(third.body.id).toBe(done?.body.id);
    expect((await traces(app, 'k-3')).applications).toHaveLength(1);
  });

  it('is not used up by a request that failed', async () => {
    const machine = app.withKey(await intakeKey(app));
    const broken = { ...sending('k-4'), locale: 'xx' };
    expect((await machine.post(path, broken, { key: 'd' })).status).toBe(422);
    expect((await machine.post(path, sending('k-4'), { key: 'd' })).status).toBe(201);
  });

  it('is refused when it is empty, too long or not plain', async () => {
    const machine = app.withKey(await intakeKey(app));
    for (const key of ['x'.repeat(201), 'two words', 'ä']) {
      const reply = await machine.post(path, sending('k-5'), {
        headers: { 'idempotency-key': key },
      });
      expect([reply.status, reply.body.code]).toEqual([400, 'malformed_request']);
    }
  });

  it("trust 14: of one sender means nothing to another: two effects, and neither sees the other's reply", async () => {
    const one = app.withKey(await intakeKey(app));
    const two = app.withKey(await intakeKey(app));
    const first = await one.post(path, sending('k-6'), { key: 'shared' });
    const second = await two.post(path, sending('k-7'), { key: 'shared' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).not.toBe(first.body.id);
    expect((await traces(app, 'k-7')).applications).toHaveLength(1);
  });

  it('trust 14: of one applicant means nothing to another', async () => {
    const applicants = [app.anonymous(), app.anonymous()];
    const ids: string[] = [];
    for (const applicant of applicants) {
      ids.push((await startDraft(applicant)).id);
      await applicant.post('/api/portal/application/save', { document: soundForm(), saves: 1 });
      const reply = await applicant.post('/api/portal/application/submit', {}, { key: 'submit-1' });
      expect(reply.status).toBe(200);
      expect(reply.body.id ?? ids.at(-1)).toBe(ids.at(-1));
    }
    const states = await app.services.db('applications').whereIn('id', ids).pluck('state');
    expect(states).toEqual(['submitted', 'submitted']);
  });

  it('trust 14: sent by strangers of one address begins a draft for each, and keeps no link of theirs', async () => {
    const begin = () =>
      app.anonymous().post('/api/portal/applications', { locale: 'en' }, { key: 'same-for-both' });
    const [one, two] = [await begin(), await begin()];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body.link).not.toBe(two.body.link);
    const stored = JSON.stringify(await app.services.db('idempotency_keys').select('reply'));
    expect(stored).not.toContain(one.body.link.split('#t=')[1]);
    expect(stored).not.toContain(one.body.csrf);
  });

  it('trust 13: is forgotten after a day', async () => {
    const machine = app.withKey(await intakeKey(app));
    const first = await machine.post(path, sending('k-8'), { key: 'e' });
    await app.moveClock({ hours: 25 });
    const later = await machine.post(path, sending('k-9'), { key: 'e' });
    expect(later.status).toBe(201);
    expect(later.body.id).not.toBe(first.body.id);
  });
});
