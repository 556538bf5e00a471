import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import {
  acceptance,
  command,
  commandOf,
  conduct,
  dossierOf,
  hold,
  inReview,
  setBand,
} from '../../support/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** A reviewer of long standing whom two admins make an officer now. */
async function promoted() {
  const person = await app.signIn('reviewer');
  const [asking, granting] = [await app.signIn('admin'), await app.signIn('admin')];
  const request = await asking.post(`/api/people/${person.personId}/request-role`, {
    role: 'compliance_officer',
  });
  expect((await granting.post(`/api/role-requests/${request.body.id}/approve`)).status).toBe(200);
  return person;
}

async function officerFor(personId: string, interval: string) {
  const { db } = app.services;
  const row = { person_id: personId, role: 'compliance_officer' };
  const held = await db('person_roles').where(row).first();
  await db('person_roles').where(row).delete();
  await db('person_roles').insert({ ...held, granted_at: db.raw('assay_now() - ?::interval', [interval]) });
}

describe('a new officer approves nothing for 24 hours', () => {
  it('also where the person was a reviewer before; from the full 24 hours on they approve', async () => {
    const officer = await promoted();
    const id = await inReview(app);
    await setBand(app, id, 'pass');
    const dossier = await hold(officer, id);
    expect(commandOf(dossier, 'approve')?.blocked_by.map(({ code }) => code)).toEqual(['new_officer']);
    const early = await command(officer, id, 'approve', acceptance);
    expect(early.status).toBe(409);
    expect(early.body.blocked_by).toEqual([{ code: 'new_officer', params: {} }]);
    await officerFor(officer.personId, '23 hours 59 minutes');
    expect((await command(officer, id, 'approve', acceptance)).body.code).toBe('blocked');
    await officerFor(officer.personId, '24 hours');
    expect(commandOf(await dossierOf(officer, id), 'approve')?.allowed).toBe(true);
    expect((await command(officer, id, 'approve', acceptance)).status).toBe(200);
  });

  it('seconds nobody else, whichever way that decision goes, and may say no', async () => {
    const [first, officer] = [await app.signIn('reviewer'), await promoted()];
    const id = await inReview(app);
    await setBand(app, id, 'reject');
    await hold(first, id);
    expect((await command(first, id, 'approve', acceptance)).status).toBe(200);
    const { items } = await dossierOf(officer, id);
    const item = items.find((one: { kind: string }) => one.kind === 'second_decision');
    await officer.post(`/api/work-items/${item.id}/claim`, {}, { ifMatch: item.version });
    const agreed = await command(officer, id, 'second', { agree: true });
    expect(agreed.body.blocked_by).toEqual([{ code: 'new_officer', params: {} }]);
    const reason = 'The consent records are missing.';
    expect((await command(officer, id, 'second', { agree: false, reason })).status).toBe(200);
  });

  it('works on everything else from the first minute', async () => {
    const officer = await promoted();
    const id = await inReview(app);
    await setBand(app, id, 'reject');
    await hold(officer, id);
    expect((await command(officer, id, 'reject', conduct)).status).toBe(200);
  });
});
