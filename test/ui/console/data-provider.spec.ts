import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { makeDataProvider } from '../../../admin-ui/console/providers/data.ts';
import { keepToken, post } from '../../../admin-ui/shared/api.ts';
import { command, inWorld, posted, problem, rows, server } from './world.tsx';

inWorld();
const provider = makeDataProvider('/api');
const list = { pagination: { page: 2, perPage: 25 }, sort: { field: 'due_at', order: 'ASC' as const } };

describe('reading lists', () => {
  it('asks with sort, range and filter, and leaves out filters without a value (trust 23)', async () => {
    let asked = new URLSearchParams();
    server.use(
      http.get('/api/work-items', ({ request }) => {
        asked = new URL(request.url).searchParams;
        return rows([{ id: '1' }], 26);
      }),
    );
    const answer = await provider.getList('work-items', {
      ...list,
      filter: { state: 'waiting', q: '', mine: null },
    });
    expect(asked.get('sort')).toBe('["due_at","ASC"]');
    expect(asked.get('range')).toBe('[25,49]');
    expect(asked.get('filter')).toBe('{"state":"waiting"}');
    expect(answer.total).toBe(26);
  });

  it('takes more than ten thousand rows as "and further" (trust 24)', async () => {
    server.use(http.get('/api/log', () => rows([{ id: '1' }], 10_001)));
    const answer = await provider.getList('log', { ...list, filter: {} });
    expect(answer.total).toBeUndefined();
    expect(answer.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true });
  });

  it('gives a problem with its code and status', async () => {
    server.use(http.get('/api/log', () => problem(400, 'too_deep', { params: { max: 10_000 } })));
    await expect(provider.getList('log', { ...list, filter: {} })).rejects.toMatchObject({
      status: 400,
      body: { code: 'too_deep' },
    });
  });

  it('says so when nothing answers', async () => {
    server.use(http.get('/api/log', () => HttpResponse.error()));
    await expect(provider.getList('log', { ...list, filter: {} })).rejects.toMatchObject({
      body: { code: 'offline' },
    });
  });
});

describe('writing', () => {
  it('refuses to put, patch or delete records: they are changed by commands', async () => {
    const record = { id: '1', data: {}, previousData: { id: '1' } };
    await expect(provider.update('applications', record)).rejects.toMatchObject({ status: 405 });
    await expect(provider.delete('applications', { id: '1' })).rejects.toMatchObject({ status: 405 });
    await expect(provider.updateMany('applications', { ids: ['1'], data: {} })).rejects.toMatchObject({
      status: 405,
    });
    await expect(provider.deleteMany('applications', { ids: ['1'] })).rejects.toMatchObject({ status: 405 });
    await expect(provider.create('applications', { data: {} })).rejects.toMatchObject({ status: 405 });
  });

  it('sends a command with the version decided on and the token of the session (trust 35)', async () => {
    server.use(command('/api/applications/a/approve'));
    keepToken('token-9');
    await post('/api/applications/a/approve', { channels: {} }, 7);
    expect(posted[0]).toEqual({
      path: '/api/applications/a/approve',
      body: { channels: {} },
      ifMatch: '"7"',
      csrf: 'token-9',
    });
  });
});
