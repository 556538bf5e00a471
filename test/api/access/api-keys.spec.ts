import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../server/access/service/api-keys.ts';
import { apiKeyOf } from '../../../server/access/service/callers.ts';
import { installationActor } from '../../../server/kernel/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const create = (name: string, scopes: string[] = ['intake']) =>
  app.services.run({ actor: installationActor }, (uow) => createKey(uow, { name, scopes }));

type Headers = Parameters<typeof apiKeyOf>[0];
const asked = (authorization: string) =>
  apiKeyOf({ get: () => authorization } as unknown as Headers, app.services);

describe('an API key', () => {
  it('is kept as a digest and recognised with its scopes', async () => {
    const { id, key } = await create('Partner form');
    expect(key).toMatch(/^assay_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(await app.services.db('api_keys').select())).not.toContain(key.split('_')[2]);
    expect(await asked(`Bearer ${key}`)).toEqual({ kind: 'api_key', id, scopes: ['intake'] });
  });

  it('is nobody when altered, cut or of another form', async () => {
    const { key } = await create('Altered');
    const flipped = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [
      '',
      'Bearer',
      `Bearer ${flipped}`,
      `Bearer ${key.slice(0, -1)}`,
      `Basic ${key}`,
      key,
    ])
      expect(await asked(wrong)).toBeNull();
  });

  it('notes its use at most once a minute', async () => {
    const { id, key } = await create('Busy');
    const used = async () =>
      (await app.services.db('api_keys').where({ id }).first())?.last_used_at?.getTime();
    expect(await used()).toBeUndefined();
    await asked(`Bearer ${key}`);
    const first = await used();
    await asked(`Bearer ${key}`);
    expect(await used()).toBe(first);
  });

  it('is listed without its secret and revoked by an admin, once', async () => {
    const { id, key } = await create('Old one');
    const admin = await app.signIn('admin');
    const { body } = await admin.get('/api/api-keys?sort=["name","ASC"]&filter={"revoked":false}');
    const row = body.find((one: { id: string }) => one.id === id);
    expect(row).toMatchObject({
      name: 'Old one',
      scopes: ['intake'],
      hint: key.slice(6, 14),
      revoked_at: null,
    });
    expect(JSON.stringify(body)).not.toMatch(/digest/);
    expect((await admin.post(`/api/api-keys/${id}/revoke`)).body).toEqual({ id, version: 2 });
    expect(await asked(`Bearer ${key}`)).toBeNull();
    expect((await admin.post(`/api/api-keys/${id}/revoke`)).body.code).toBe('wrong_state');
    const event = await app.services.db('events').where({ type: 'api_key.revoked', subject_id: id }).first();
    expect(event?.actor_id).toBe(admin.personId);
  });

  it('is not made without a name or with an unknown scope', async () => {
    await expect(create(' ')).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(create('All', ['everything'])).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(create('None', [])).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('opens no route made for people', async () => {
    const { key } = await create('Curious');
    expect((await app.withKey(key).get('/api/people')).status).toBe(401);
  });
});
