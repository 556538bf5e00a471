import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../server/platform/http/route.ts';
import { roomRoutes } from '../../../server/rooms.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { totals } from './machines.ts';
import { personas } from './personas.ts';

let app: TestApp;
let whoMay: (route: Route) => Client;
beforeAll(async () => {
  app = await startTestApp();
  whoMay = await personas(app);
});
afterAll(() => app.stop());

const commands = roomRoutes.filter(
  (route) => route.method === 'POST' && !(route.kind === 'raw' && route.accepts !== undefined),
);
const withBody = commands.filter((route) => 'body' in route && route.body !== undefined);
const named = (routes: readonly Route[]) => routes.map((route) => [route.path, route] as const);

let sent = 0;
const send = async (route: Route, body: string, headers: Record<string, string> = {}) => {
  sent += 1;
  // limits have tests of their own; here they would only answer before the body is looked at
  if (route.rate) await app.services.db('rate_windows').delete();
  return whoMay(route).raw(
    'POST',
    route.path.replace(/:[a-z_]+/g, () => randomUUID()),
    body,
    {
      ifMatch: 1,
      key: `try-${sent}`,
      headers: { 'content-type': 'application/json', ...headers },
    },
  );
};

const malformed = [
  ['no JSON', '{locale:en}'],
  ['a repeated key', '{"a":1,"a":2}'],
  ['a key of the prototype', '{"__proto__":{"roles":["admin"]}}'],
  ['a constructor', '{"constructor":{"prototype":{"x":1}}}'],
  ['NUL', '{"a":"x\\u0000"}'],
  ['a lone surrogate', '{"a":"\\ud800"}'],
  ['nesting without end', `{"a":${'['.repeat(200)}${']'.repeat(200)}}`],
] as const;

describe.each(named(withBody))('the command %s', (_, route) => {
  it('trust 26: refuses what is not plain JSON', async () => {
    for (const [what, body] of malformed) {
      const reply = await send(route, body);
      expect([what, reply.status, reply.body.code]).toEqual([what, 400, 'malformed_request']);
    }
  });

  it('trust 26: refuses a list, a text or a number where an object belongs', async () => {
    for (const body of ['[]', '"text"', '7', 'null', '[{}]']) {
      const reply = await send(route, body);
      expect([body, reply.status, reply.body.code]).toEqual([body, 422, 'invalid_input']);
      expect(reply.body.errors.length).toBeGreaterThan(0);
    }
  });

  it('trust 25: refuses members it does not know: id, role, state, owner, version', async () => {
    const foreign = {
      id: randomUUID(),
      roles: ['admin'],
      state: 'approved',
      owner_id: randomUUID(),
      version: 99,
      created_at: '2020-01-01',
    };
    const before = await totals(app);
    const reply = await send(route, JSON.stringify(foreign));
    expect([reply.status, reply.body.code]).toEqual([422, 'invalid_input']);
    expect(await totals(app)).toEqual(before);
  });

  it('trust 35: takes no form and no plain text, which another site could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const reply = await send(route, '{}', { 'content-type': type });
      expect([type, reply.status]).toEqual([type, 415]);
    }
  });
});

describe.each(named(commands.filter((route) => !('body' in route && route.body))))(
  'the command %s, which has no body,',
  (_, route) => {
    it('trust 25: ignores nothing it was sent: members are refused or it answers as without them', async () => {
      if (route.kind !== 'command') return;
      const reply = await send(route, '{"id":"1","role":"admin"}');
      expect([reply.status, reply.body.code]).toEqual([400, 'malformed_request']);
    });
  },
);

describe('every versioned command', () => {
  const versioned = commands.filter((route) => route.kind === 'command' && route.versioned);

  it('trust 16: asks for the version decided on before it looks at anything else', async () => {
    expect(versioned.length).toBeGreaterThan(8);
    for (const route of versioned)
      for (const match of ['', '3', '"abc"', '*', '"-1"']) {
        const path = route.path.replace(/:[a-z_]+/g, () => randomUUID());
        const headers: Record<string, string> = match ? { 'if-match': match } : {};
        const reply = await whoMay(route).post(path, {}, { headers });
        expect([route.path, match, reply.status, reply.body.code]).toEqual([
          route.path,
          match,
          428,
          'precondition_required',
        ]);
      }
  });

  it('trust 16: PUT, PATCH and DELETE of a record are refused with 405, naming its commands', async () => {
    for (const route of versioned)
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const record = route.path.replace(/\/[a-z-]+$/, '').replace(/:[a-z_]+/g, () => randomUUID());
        const reply = await whoMay(route).raw(method, record, '{"state":"approved"}', {
          headers: { 'content-type': 'application/json' },
        });
        expect([record, method, reply.status]).toEqual([record, method, 405]);
        expect(reply.body.params.commands).toContain(`POST ${route.path}`);
        const shown = route.path.replace(/\/[a-z-]+$/, '');
        if (roomRoutes.some((one) => one.method === 'GET' && one.path === shown))
          expect(reply.headers.get('allow')).toContain('GET');
      }
  });
});

describe('every record', () => {
  const records = roomRoutes.filter((route) => route.method === 'GET' && route.path.includes('/:'));

  it.each(named(records))('trust 27: %s: an id that is not theirs to see is not there', async (_, route) => {
    for (const id of [randomUUID(), '1', "1'%20or%201=1", '%00', '..%2F..%2Fetc%2Fpasswd', 'null']) {
      const reply = await whoMay(route).get(route.path.replace(/:[a-z_]+/g, id));
      expect([id, reply.status, reply.body.code]).toEqual([id, 404, 'not_found']);
    }
  });
});
