import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissionOf } from '../../../server/access/matrix.ts';
import { problemCodes } from '../../../server/kernel/problem.ts';
import { problemTable } from '../../../server/platform/problems.ts';
import { roomRoutes } from '../../../server/rooms.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
}
interface Operation {
  summary: string;
  operationId: string;
  'x-permission': string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, unknown>;
}
interface Description {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

let app: TestApp;
let description: Description;
const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

beforeAll(async () => {
  app = await startTestApp();
  description = (await app.anonymous().get('/api/openapi.json')).body;
});
afterAll(() => app.stop());

describe('/api/openapi.json', () => {
  it('is OpenAPI 3.1 with title, version and the address of this server', () => {
    expect(description.openapi).toMatch(/^3\.1\.\d+$/);
    expect(description.info).toMatchObject({ title: 'Assay', version: expect.any(String) });
    expect(description.servers).toEqual([{ url: app.url }]);
  });

  it('describes every route, and no other, with the permission it needs', () => {
    const described = operations().map(({ path, method, operation }) =>
      [method.toUpperCase(), path, operation['x-permission']].join(' '),
    );
    const served = roomRoutes.map(({ method, path, permission }) =>
      [method, path.replace(/:([a-z_]+)/g, '{$1}'), permission].join(' '),
    );
    expect(described.sort()).toEqual(served.sort());
    for (const { operation } of operations()) expect(permissionOf(operation['x-permission'])).toBeDefined();
  });

  it('gives every operation a name of its own, a summary and a failure', () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, operation } of operations()) {
      expect([path, operation.summary.length > 5]).toEqual([path, true]);
      expect(Object.keys(operation.responses)).toContain('default');
      expect(Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status))).toBe(true);
    }
  });

  it('declares each parameter in a path, and each reference leads somewhere', () => {
    for (const { path, operation } of operations()) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((one) => one.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(wanted);
      expect(declared.every(({ required }) => required)).toBe(true);
      for (const one of operation.parameters) expect(['path', 'query', 'header']).toContain(one.in);
    }
    const references = JSON.stringify(description).match(/"\$ref":"[^"]+"/g) ?? [];
    for (const reference of new Set(references))
      if (reference.startsWith('"$ref":"#/components/schemas/'))
        expect(Object.keys(description.components.schemas)).toContain(/([^/]+)"$/.exec(reference)?.[1]);
  });

  it('says which commands want a version or a key', () => {
    for (const route of roomRoutes) {
      if (route.kind !== 'command') continue;
      const path = route.path.replace(/:([a-z_]+)/g, '{$1}');
      const names = description.paths[path]?.post?.parameters.map(({ name }) => name) ?? [];
      expect([path, names.includes('If-Match')]).toEqual([path, route.versioned === true]);
      expect([path, names.includes('Idempotency-Key')]).toEqual([path, route.idempotency !== undefined]);
    }
  });

  it('describes bodies as closed objects, so that a client generator refuses unknown members too', () => {
    const open = operations().flatMap(({ path, operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      if (!schema || schema.anyOf || schema.oneOf) return [];
      return schema.type === 'object' && schema.additionalProperties === false ? [] : [path];
    });
    expect(open).toEqual([]);
  });
});

describe('the pages about the requests', () => {
  it('/api/docs lists every request with what it does and who may', async () => {
    const page = await app.anonymous().get<string>('/api/docs');
    expect(page.headers.get('content-type')).toContain('text/html');
    for (const { method, path } of roomRoutes) expect(page.body).toContain(`<code>${method} ${path}</code>`);
    expect(page.body).toMatch(/<html lang="en">[\s\S]*<title>[\s\S]*<main><h1>/);
  });

  it('/api/problems explains every code, each at the address that problems name as their type', async () => {
    const page = await app.anonymous().get<string>('/api/problems');
    for (const code of problemCodes) {
      expect(page.body).toContain(`<tr id="${code}">`);
      expect(page.body).toContain(`<td>${problemTable[code].status}</td>`);
    }
    const problem = (await app.anonymous().get('/api/nowhere')).body;
    expect(problem.type).toBe(`${app.url}/api/problems#not_found`);
    expect((await app.anonymous().get(new URL(problem.type).pathname)).status).toBe(200);
  });

  it('run no script and take styles only by their nonce', async () => {
    for (const path of ['/api/docs', '/api/problems']) {
      const page = await app.anonymous().get<string>(path);
      const policy = page.headers.get('content-security-policy') ?? '';
      const nonce = /<style nonce="([^"]+)"/.exec(page.body)?.[1];
      expect(policy).toContain(`'nonce-${nonce}'`);
      expect(page.body).not.toContain('<script');
    }
  });
});

describe('every problem code', () => {
  const catalogue = (locale: string): Record<string, string> =>
    JSON.parse(
      readFileSync(
        fileURLToPath(new URL(`../../../admin-ui/locales/${locale}/shared.json`, import.meta.url)),
        'utf8',
      ),
    ).problem;

  it('has a status and a sentence that says what to do', () => {
    for (const code of problemCodes) {
      expect(problemTable[code].status).toBeGreaterThanOrEqual(400);
      expect(problemTable[code].title).toMatch(/^[A-Z].{10,}\.$/);
    }
  });

  it.each(['en', 'de'])('has its words in the catalogue %s', (locale) => {
    const words = catalogue(locale);
    expect(problemCodes.filter((code) => !words[code]?.trim())).toEqual([]);
  });
});
