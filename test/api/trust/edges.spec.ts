import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { log } from '../../../server/platform/log.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { Client } from '../../support/client.ts';

let app: TestApp;
let dist: string;
let server: Server;
let visitor: Client;

/** The server over a console of two pages and one script, built by nobody. */
beforeAll(async () => {
  app = await startTestApp();
  dist = await mkdtemp(join(tmpdir(), 'assay-dist-'));
  await mkdir(join(dist, 'assets'));
  await mkdir(join(dist, 'portal'));
  const page = '<!doctype html><meta name="nonce" content="__CSP_NONCE__"><title>Page</title>';
  await writeFile(join(dist, 'index.html'), page);
  await writeFile(join(dist, 'portal/index.html'), page);
  await writeFile(join(dist, 'assets/console.js'), 'export {};');
  server = createServer(buildApp(app.services, dist, { draining: false }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  visitor = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(dist, { recursive: true, force: true });
  await app.stop();
});

describe('what is nowhere', () => {
  it.each([
    ['GET', '/nothing', 404, 'not_found'],
    ['HEAD', '/nothing', 404, undefined],
    ['GET', '/api', 404, 'not_found'],
    ['GET', '/api/', 404, 'not_found'],
    ['GET', '/api/nothing', 404, 'not_found'],
    ['GET', '/assets/x.js', 404, 'not_found'],
    ['GET', '/assets/..%2f..%2fpackage.json', 404, 'not_found'],
    ['GET', '/.env', 404, 'not_found'],
    ['GET', '/%', 404, 'not_found'],
    ['POST', '/', 405, 'method_not_allowed'],
    ['POST', '/nothing', 405, 'method_not_allowed'],
    ['POST', '/assets/console.js', 405, 'method_not_allowed'],
    ['PUT', '/healthz', 405, 'method_not_allowed'],
    ['DELETE', '/readyz', 405, 'method_not_allowed'],
    ['PATCH', '/portal/application', 405, 'method_not_allowed'],
  ])('%s %s is %i, a problem like any other, and no error of ours', async (method, path, status, code) => {
    const logged = vi.spyOn(log, 'error');
    const reply = await visitor.raw(method, path, undefined);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    if (status === 405) expect(reply.headers.get('allow')).toContain('GET');
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
  });

  it.each(['/', '/index.html', '/portal/application', '/portal/index.html'])(
    'the page %s has the nonce of its reply',
    async (path) => {
      const reply = await visitor.get<string>(path);
      expect(reply.status).toBe(200);
      expect(reply.body).not.toContain('__CSP_NONCE__');
      const nonce = /content="([^"]+)"/.exec(reply.body)?.[1];
      expect(reply.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    },
  );
});

describe('a body of another kind', () => {
  const start = '/api/portal/applications';
  const wanted = { locale: 'en' };
  const drafts = async () => (await app.services.db('applications').select('id')).length;

  it.each([
    ['application/xml'],
    ['application/vnd.api+json'],
    ['application/json-patch+json'],
    ['application/octet-stream'],
    ['application/x-www-form-urlencoded'],
    ['text/plain'],
    ['text/json'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=iso-8859-1'],
    ['application/json; charset=utf-16'],
    [undefined],
  ])('trust 25, 35: %s is 415, and the command did not run', async (type) => {
    const before = await drafts();
    for (const path of [start, '/api/session/sign-in', '/api/session/sign-out']) {
      const body = Buffer.from(JSON.stringify(wanted));
      const headers: Record<string, string> = type ? { 'content-type': type } : {};
      const reply = await visitor.raw('POST', path, body, { headers });
      expect([path, reply.status, reply.body.code]).toEqual([path, 415, 'unsupported_media_type']);
    }
    expect(await drafts()).toBe(before);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    '%s is read',
    async (type) => {
      const reply = await visitor.raw('POST', '/api/session/sign-in', '{}', {
        headers: { 'content-type': type },
      });
      expect([reply.status, reply.body.code]).toEqual([422, 'invalid_input']);
    },
  );

  it('trust 26: bytes that are no UTF-8 are malformed, not kept as question marks', async () => {
    const before = await drafts();
    for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]]) {
      const body = Buffer.concat([
        Buffer.from('{"locale":"en","email":"an'),
        Buffer.from(bytes),
        Buffer.from('na@applicant.example"}'),
      ]);
      const reply = await visitor.raw('POST', start, body, {
        headers: { 'content-type': 'application/json' },
      });
      expect([reply.status, reply.body.code, reply.body.params.reason]).toEqual([
        400,
        'malformed_request',
        'encoding',
      ]);
    }
    expect(await drafts()).toBe(before);
  });
});
