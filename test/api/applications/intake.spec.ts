import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../server/access/service/api-keys.ts';
import { installationActor } from '../../../server/kernel/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { intakeForm } from '../../support/forms.ts';

let app: TestApp;
let machine: Client;
const path = '/api/intake/applications';
const newKey = () =>
  app.services.run({ actor: installationActor }, (uow) =>
    createKey(uow, { name: 'CRM', scopes: ['intake'] }),
  );

beforeAll(async () => {
  app = await startTestApp();
  machine = app.withKey((await newKey()).key);
});
afterAll(() => app.stop());

const body = (more: Record<string, unknown> = {}) => ({ locale: 'en', form: intakeForm(), ...more });
const count = async () => Number((await app.services.db('applications').count({ n: '*' }).first())?.n);

describe('intake for machines', () => {
  it('takes a complete application and gives the status link once', async () => {
    const reply = await machine.post(path, body({ external_id: 'crm-1' }), { key: 'k-1' });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ state: 'submitted' });
    const token = reply.body.status_link.split('#t=')[1];
    const visitor = app.anonymous();
    await visitor.post('/api/portal/open', { token });
    expect((await visitor.get('/api/portal/application')).body).toMatchObject({
      id: reply.body.id,
      waiting_for: 'us',
    });
    await app.runJobs();
    const row = await app.services.db('applications').where({ id: reply.body.id }).first();
    expect(row).toMatchObject({ source: 'api', external_id: 'crm-1', state: 'in_review' });
  });

  it('trust 1: the same key again gives the stored answer, one application, and no second secret', async () => {
    const first = await machine.post(path, body(), { key: 'k-2' });
    const before = await count();
    const again = await machine.post(path, body(), { key: 'k-2' });
    expect(again.status).toBe(201);
    const { status_link: _link, ...rest } = first.body;
    expect(again.body).toEqual(rest);
    expect(await count()).toBe(before);
    const kept = await app.services.db('idempotency_keys').select('reply');
    expect(JSON.stringify(kept)).not.toContain('#t=');
  });

  it('trust 13: the same key with another body is refused', async () => {
    await machine.post(path, body(), { key: 'k-3' });
    const other = await machine.post(path, body({ locale: 'de' }), { key: 'k-3' });
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('key_reused');
  });

  it('trust 13: the same key twice at once makes one application', async () => {
    const before = await count();
    const replies = await Promise.all([1, 2, 3].map(() => machine.post(path, body(), { key: 'k-4' })));
    for (const reply of replies) expect([201, 409]).toContain(reply.status);
    expect(replies.some((reply) => reply.status === 201)).toBe(true);
    expect(await count()).toBe(before + 1);
  });

  it("trust 14: another machine's key is another key", async () => {
    const first = await machine.post(path, body(), { key: 'shared' });
    const other = await app.withKey((await newKey()).key).post(path, body(), { key: 'shared' });
    expect(other.status).toBe(201);
    expect(other.body.id).not.toBe(first.body.id);
  });

  it('asks for the Idempotency-Key', async () => {
    const reply = await machine.post(path, body());
    expect(reply.status).toBe(400);
    expect(reply.body.code).toBe('key_required');
  });

  it('refuses a second application under the same external id and names the first', async () => {
    const first = await machine.post(path, body({ external_id: 'crm-7' }), { key: 'k-5' });
    const second = await machine.post(path, body({ external_id: 'crm-7' }), { key: 'k-6' });
    expect(second.status).toBe(409);
    expect(second.body.params).toMatchObject({ reason: 'external_id', application_id: first.body.id });
  });

  it('an external id is the sender’s own name: another key may use it, and learns nothing of the first', async () => {
    const other = app.withKey((await newKey()).key);
    const first = await machine.post(path, body({ external_id: 'lead-1' }), { key: 'k-7' });
    const second = await other.post(path, body({ external_id: 'lead-1' }), { key: 'k-8' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).not.toBe(first.body.id);
    const again = await other.post(path, body({ external_id: 'lead-1' }), { key: 'k-9' });
    expect([again.status, again.body.params.application_id]).toEqual([409, second.body.id]);
    expect(JSON.stringify(again.body)).not.toContain(first.body.id);
  });

  it('names every wrong field by its pointer and keeps nothing (trust 25)', async () => {
    const before = await count();
    const form = intakeForm();
    const wrong = {
      ...form,
      status: 'approved',
      organisation: { ...form.organisation, country: 'XX', web_domain: 'https://larkhill.example/x' },
      references: [form.references[0]],
      statement: 'x'.repeat(20_001),
      case_studies: form.case_studies.map((one, at) =>
        at === 0 ? { ...one, figures: { ...one.figures, vertical: undefined, icp: undefined } } : one,
      ),
    };
    const reply = await machine.post(path, { locale: 'en', form: wrong }, { key: 'k-8' });
    expect(reply.status).toBe(422);
    const pointers = reply.body.errors.map((error: { pointer: string }) => error.pointer);
    for (const pointer of [
      '/form/status',
      '/form/organisation/country',
      '/form/organisation/web_domain',
      '/form/references',
      '/form/statement',
      '/form/case_studies/0/figures/vertical',
      '/form/case_studies/0/figures/icp',
    ])
      expect(pointers).toContain(pointer);
    expect(await count()).toBe(before);
  });

  it('takes no file ids: files are the applicant’s to attach', async () => {
    const form = intakeForm();
    const studies = form.case_studies.map((one) => ({ ...one, file_ids: [] }));
    const reply = await machine.post(
      path,
      { locale: 'en', form: { ...form, case_studies: studies } },
      { key: 'k-9' },
    );
    expect(reply.status).toBe(422);
    expect(reply.body.errors[0]).toEqual({ pointer: '/form/case_studies/0/file_ids', code: 'unknown_field' });
  });

  it('refuses an unknown or revoked key, and a signed-in person', async () => {
    expect((await app.anonymous().post(path, body(), { key: 'a' })).status).toBe(401);
    expect(
      (await app.withKey(`assay_abcdefgh_${'x'.repeat(43)}`).post(path, body(), { key: 'a' })).status,
    ).toBe(401);
    const { id, key } = await newKey();
    const { revokeKey } = await import('../../../server/access/service/api-keys.ts');
    await app.services.run({ actor: installationActor }, (uow) => revokeKey(uow, id));
    expect((await app.withKey(key).post(path, body(), { key: 'a' })).status).toBe(401);
    expect(
      (await (await app.signIn('admin')).post(path, body(), { key: 'a' })).status,
    ).toBeGreaterThanOrEqual(401);
  });

  it('keeps hostile text as text', async () => {
    const form = intakeForm({
      statement: `<img src=x onerror=alert(1)> javascript:alert(1) {{link}} ${'we write '.repeat(30)}`,
    });
    const reply = await machine.post(path, { locale: 'en', form }, { key: 'k-10' });
    expect(reply.status).toBe(201);
    await app.runJobs();
    const kept = await app.services.db('statements').where({ subject_id: reply.body.id }).first();
    expect(kept?.statement).toBe(form.statement);
  });
});
