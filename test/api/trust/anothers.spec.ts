import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { soundForm, submitForm } from '../../support/forms.ts';
import { pdf } from '../../support/uploads.ts';

let app: TestApp;
let owner: Client;
let applicationId: string;
let fileId: string;
let toApplicant: string;
let toPerson: string;
const secret = 'figures of the first quarter';

beforeAll(async () => {
  app = await startTestApp();
  owner = app.anonymous();
  applicationId = await submitForm(owner, soundForm());
  const drafting = app.anonymous();
  await drafting.post('/api/portal/applications', { locale: 'en' }).then((reply) => {
    drafting.csrf = reply.body.csrf;
  });
  const form = new FormData();
  form.append('file', new Blob([pdf() as BlobPart]), `${secret}.pdf`);
  const uploaded = await drafting.raw('POST', '/api/portal/files', form);
  expect(uploaded.status).toBe(201);
  fileId = uploaded.body.id;
  owner = drafting;
  const admin = await app.signIn('admin');
  await admin.post('/api/people/invite', { email: 'new@desk.example', name: 'New', locale: 'en' });
  await app.runJobs();
  const mails = await app.services.db('mails').select('id', 'subject_kind');
  toApplicant = mails.find((mail) => mail.subject_kind === 'application')?.id ?? '';
  toPerson = mails.find((mail) => mail.subject_kind === 'person')?.id ?? '';
});
afterAll(() => app.stop());

const gone = (reply: { status: number; body: { code?: string } }) => [reply.status, reply.body.code];

describe("trust 27: another's records, by their right ids", () => {
  it('an attachment is there for its owner and the desk, and for no other applicant', async () => {
    expect((await owner.get(`/api/portal/files/${fileId}`)).status).toBe(200);
    expect((await (await app.signIn('reviewer')).get(`/api/files/${fileId}`)).status).toBe(200);
    const other = app.anonymous();
    await submitForm(other, soundForm());
    const read = await other.get(`/api/portal/files/${fileId}`);
    expect(gone(read)).toEqual([404, 'not_found']);
    expect(JSON.stringify([...read.headers])).not.toContain(secret);
    expect((await other.post(`/api/portal/files/${fileId}/remove`)).status).toBeGreaterThanOrEqual(403);
    expect((await owner.get(`/api/portal/files/${fileId}`)).status).toBe(200);
  });

  it('a letter to an applicant is not there for an admin, nor one to a person for a reviewer', async () => {
    const admin = await app.signIn('admin');
    const reviewer = await app.signIn('reviewer');
    expect((await reviewer.get(`/api/mails/${toApplicant}`)).status).toBe(200);
    expect((await admin.get(`/api/mails/${toPerson}`)).status).toBe(200);
    expect(gone(await admin.get(`/api/mails/${toApplicant}`))).toEqual([404, 'not_found']);
    expect(gone(await reviewer.get(`/api/mails/${toPerson}`))).toEqual([404, 'not_found']);
    for (const [client, id] of [
      [admin, toApplicant],
      [reviewer, toPerson],
    ] as const)
      expect(gone(await client.post(`/api/mails/${id}/resend`, {}, { ifMatch: 1 }))).toEqual([
        404,
        'not_found',
      ]);
    const ids = encodeURIComponent(JSON.stringify({ id: [toApplicant, toPerson] }));
    const seen = async (client: Client) =>
      (await client.get(`/api/mails?filter=${ids}`)).body.map((one: { id: string }) => one.id);
    expect(await seen(admin)).toEqual([toPerson]);
    expect(await seen(reviewer)).toEqual([toApplicant]);
  });

  it('an account manager is given no application, attachment, letter or work item, by list or by id', async () => {
    const manager = await app.signIn('account_manager');
    for (const path of [
      `/api/applications/${applicationId}`,
      '/api/applications',
      `/api/files/${fileId}`,
      `/api/mails/${toApplicant}`,
      `/api/mails/${toPerson}`,
      '/api/mails',
      '/api/work-items',
      '/api/log',
    ])
      expect([path, ...gone(await manager.get(path))]).toEqual([path, 403, 'forbidden']);
    expect((await manager.get('/api/specialists')).status).toBe(200);
  });
});
