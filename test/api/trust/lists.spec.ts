import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../server/platform/http/route.ts';
import { roomRoutes } from '../../../server/rooms.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { personas } from './personas.ts';

let app: TestApp;
let whoMay: (route: Route) => Client;
beforeAll(async () => {
  app = await startTestApp();
  whoMay = await personas(app);
});
afterAll(() => app.stop());

const lists = roomRoutes.filter((route) => route.kind === 'list');
/** What a list cannot be asked without. */
const needed: Record<string, object> = { '/api/what-if-changes': { run_id: randomUUID() } };
const query = (parts: Record<string, unknown>) =>
  `?${new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, JSON.stringify(value)]))}`;

const refusals: [string, Record<string, unknown>, string[]][] = [
  ['a filter on a hidden column', { filter: { password_hash: 'x' } }, ['filter_not_allowed']],
  ['a filter in camel case', { filter: { passwordHash: 'x' } }, ['filter_not_allowed']],
  ['a filter into a joined record', { filter: { 'person.email': 'a' } }, ['filter_not_allowed']],
  ['an operator for a value', { filter: { state: { $ne: 'x' } } }, ['filter_not_allowed']],
  ['an array for a value', { filter: { state: ['waiting'] } }, ['filter_not_allowed']],
  ['a sort by a hidden column', { sort: ['secret', 'ASC'] }, ['filter_not_allowed']],
  ['a direction that is SQL', { sort: ['id', 'ASC; select 1'] }, ['malformed_request']],
  ['a page of a thousand million', { range: [0, 1e9] }, ['malformed_request']],
  ['a page deeper than lists go', { range: [10_000, 10_024] }, ['too_deep']],
  [
    'more ids than a page holds',
    { filter: { id: Array.from({ length: 201 }, () => randomUUID()) } },
    ['malformed_request'],
  ],
  ['an embedded relation', { include: ['person'] }, ['filter_not_allowed']],
];

describe.each(lists.map((route) => [route.path, route] as const))('the list %s', (path, route) => {
  it('gives a page and its total', async () => {
    const reply = await whoMay(route).get(path + query({ range: [0, 9], filter: needed[path] ?? {} }));
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-range')).toMatch(/^items 0-\d+\/\d+$/);
    expect(Array.isArray(reply.body)).toBe(true);
  });

  it('trust 23, 24: refuses what it does not offer, and tells no total with the refusal', async () => {
    for (const [what, asked, codes] of refusals) {
      const reply = await whoMay(route).get(path + query(asked));
      expect([what, reply.status, codes.includes(reply.body.code)]).toEqual([what, 400, true]);
      expect(reply.headers.get('content-range')).toBeNull();
    }
  });

  it('trust 26: reads the filter as strictly as a body', async () => {
    const broken = [
      '{"id":["1"],"id":["2"]}',
      '{"q":"a","q":"b"}',
      '{"q":"\\ud800"}',
      '{"q":"a\\u0000"}',
      '{"__proto__":{"q":"a"}}',
      '{"constructor":{"prototype":{}}}',
      `${'{"q":'.repeat(60)}1${'}'.repeat(60)}`,
    ].map((filter) => encodeURIComponent(filter));
    for (const filter of [
      ...broken,
      '%7B%22q%22%3A%22%ED%A0%80%22%7D',
      '%7B%22q%22%3A%22%FF%22%7D',
      '{}&filter={}',
    ]) {
      const reply = await whoMay(route).get(`${path}?filter=${filter}`);
      expect([filter, reply.status, reply.body.code]).toEqual([filter, 400, 'malformed_request']);
    }
  });

  it('trust 24: a hundred thousand ids never reach the database', async () => {
    const ids = Array.from({ length: 100_000 }, (_, n) => n);
    const reply = await whoMay(route)
      .get(path + query({ filter: { id: ids } }))
      .catch(() => ({ status: 431 }));
    expect(reply.status).toBe(431);
  });

  it('trust 24: many ids at once are given up to a page, unknown ones are simply absent', async () => {
    const ids = Array.from({ length: 200 }, () => randomUUID());
    const reply = await whoMay(route).get(path + query({ filter: { ...needed[path], id: ids } }));
    expect([reply.status, reply.body]).toEqual([200, []]);
  });
});
