import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
let admin: Awaited<ReturnType<TestApp['signIn']>>;
let second: Awaited<ReturnType<TestApp['signIn']>>;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signIn('admin');
  second = await app.signIn('admin');
});
afterAll(() => app.stop());

const ask = (personId: string, role: string) => admin.post(`/api/people/${personId}/request-role`, { role });
const approve = (by: typeof admin, id: string) => by.post(`/api/role-requests/${id}/approve`);

describe('granting a role', () => {
  it('takes two admins, and is written down with both', async () => {
    const person = await app.signIn('reviewer');
    const { status, body } = await ask(person.personId, 'lead');
    expect(status).toBe(201);
    expect((await person.get('/api/session')).body.person.lead).toBe(false);
    expect((await approve(admin, body.id)).body).toMatchObject({
      code: 'second_person_required',
      status: 409,
    });
    expect((await approve(second, body.id)).body).toEqual({ id: body.id, state: 'approved' });
    expect((await person.get('/api/session')).body.person.lead).toBe(true);
    const event = await app.services
      .db('events')
      .where({ type: 'role.granted', subject_id: person.personId })
      .first();
    expect(event).toMatchObject({
      actor_id: second.personId,
      data: { role: 'lead', requested_by: admin.personId },
    });
  });

  it('is refused for oneself, asking or answering', async () => {
    expect((await ask(admin.personId, 'compliance_officer')).body.code).toBe('own_involvement');
    const { body } = await ask(second.personId, 'reviewer');
    expect((await approve(second, body.id)).body.code).toBe('own_involvement');
    expect((await second.post(`/api/role-requests/${body.id}/refuse`)).body.code).toBe('own_involvement');
    expect((await admin.post(`/api/role-requests/${body.id}/refuse`)).body.state).toBe('withdrawn');
  });

  it('is held by the table too: no row says that somebody granted a role to themselves', async () => {
    const row = {
      person_id: second.personId,
      role: 'auditor',
      granted_by: admin.personId,
      approved_by: second.personId,
    } as const;
    await expect(app.services.db('person_roles').insert(row)).rejects.toThrow(/role_not_self_granted/);
  });

  it('happens once when two admins answer at the same moment', async () => {
    const third = await app.signIn('admin');
    const person = await app.signIn('reviewer');
    const { body } = await ask(person.personId, 'lead');
    const both = await Promise.all([
      approve(second, body.id),
      third.post(`/api/role-requests/${body.id}/refuse`),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await approve(third, body.id)).body.code).toBe('wrong_state');
  });

  it('is asked once, and not for what is held or does not go together', async () => {
    const person = await app.signIn('reviewer');
    expect((await ask(person.personId, 'reviewer')).body).toMatchObject({
      code: 'conflict',
      params: { reason: 'already_held' },
    });
    const { body } = await ask(person.personId, 'auditor');
    expect((await ask(person.personId, 'auditor')).body).toMatchObject({
      params: { reason: 'already_requested' },
    });
    expect((await approve(second, body.id)).body).toMatchObject({
      code: 'blocked',
      params: { reason: 'stands_alone' },
    });
    expect((await ask(person.personId, 'emperor')).status).toBe(422);
  });
});

describe('the list of people', () => {
  it('shows names to all roles and addresses only to admins and auditors', async () => {
    const [reviewer, auditor] = [await app.signIn('reviewer', 'Zora Quill'), await app.signIn('auditor')];
    const { body, headers } = await reviewer.get('/api/people?filter={"q":"zora"}');
    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({ name: 'Zora Quill', roles: ['reviewer'], lead: false });
    expect(body[0]).not.toHaveProperty('email');
    expect(headers.get('content-range')).toBe('items 0-0/1');
    expect((await auditor.get('/api/people?filter={"q":"zora"}')).body[0].email).toMatch(/@desk\.example$/);
  });

  it('trust 23: cannot be searched by what is not shown, nor filtered or sorted by other columns', async () => {
    const reviewer = await app.signIn('reviewer');
    expect((await reviewer.get('/api/people?filter={"q":"@desk.example"}')).body).toEqual([]);
    expect((await admin.get('/api/people?filter={"q":"@desk.example"}')).body.length).toBeGreaterThan(3);
    for (const query of [
      'filter={"password_hash":"x"}',
      'filter={"state":{"ne":"x"}}',
      'filter={"role":["admin"]}',
      'sort=["email","ASC"]',
      'sort=["password_hash","ASC"]',
    ]) {
      const refused = await reviewer.get(`/api/people?${query}`);
      expect([query, refused.status]).toEqual([query, 400]);
      expect(refused.headers.get('content-range')).toBeNull();
    }
  });

  it('trust 24: is read in pages of at most 200', async () => {
    expect((await admin.get('/api/people?range=[0,200]')).status).toBe(400);
    expect((await admin.get('/api/people?range=[0,1000000000]')).status).toBe(400);
    expect(
      (await admin.get('/api/people?filter={"role":"admin"}&sort=["created_at","DESC"]&range=[0,1]')).body,
    ).toHaveLength(2);
    const ids = JSON.stringify({ id: [admin.personId, second.personId] });
    expect((await admin.get(`/api/people?filter=${ids}`)).body).toHaveLength(2);
  });
});
