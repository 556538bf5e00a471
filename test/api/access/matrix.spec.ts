import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantOf, permissionOf } from '../../../server/access/matrix.ts';
import { createKey } from '../../../server/access/service/api-keys.ts';
import { issueLink, openLink } from '../../../server/access/service/portal-links.ts';
import { buildApp } from '../../../server/app.ts';
import {
  type Actor,
  type PortalPurpose,
  portalPurposes,
  roles,
  systemActor,
} from '../../../server/kernel/actor.ts';
import type { Route } from '../../../server/platform/http/route.ts';
import { roomRoutes } from '../../../server/rooms.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

interface Persona {
  name: string;
  /** As the matrix sees it, made up here and not read from the server. */
  actor: Actor | null;
  headers: () => Promise<Record<string, string>>;
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const person = (role: (typeof roles)[number], lead = false): Actor => ({
  kind: 'person',
  id: '-',
  roles: [role],
  extra: lead ? ['lead'] : [],
  sessionId: '-',
});

async function signedIn(role: (typeof roles)[number] | 'lead') {
  const client = await app.signIn(role);
  return { cookie: client.cookie ?? '', 'x-csrf-token': client.csrf ?? '' };
}

const system = systemActor('test');

async function byLink(purpose: PortalPurpose) {
  const opened = await app.services.run({ actor: system }, async (uow) =>
    openLink(uow, await issueLink(uow, { purpose, subjectId: randomUUID(), days: 1 })),
  );
  return { cookie: `assay-portal=${opened.session}`, 'x-csrf-token': opened.csrf };
}

async function byKey() {
  const made = await app.services.run({ actor: system }, (uow) =>
    createKey(uow, { name: 'Matrix', scopes: ['intake'] }),
  );
  return { authorization: `Bearer ${made.key}` };
}

const personas: Persona[] = [
  { name: 'anonymous', actor: null, headers: async () => ({}) },
  ...roles.map((role) => ({ name: role, actor: person(role), headers: () => signedIn(role) })),
  { name: 'lead', actor: person('reviewer', true), headers: () => signedIn('lead') },
  ...portalPurposes.map((purpose) => ({
    name: `portal link (${purpose})`,
    actor: { kind: 'portal', id: '-', purpose, subjectId: '-' } as const,
    headers: () => byLink(purpose),
  })),
  { name: 'API key', actor: { kind: 'api_key', id: '-', scopes: ['intake'] }, headers: byKey },
];

/** Status and problem code of a bare request; nothing of the body is read where the answer is a stream. */
async function ask(route: Route, headers: Record<string, string>): Promise<{ status: number; code: string }> {
  const path = route.path.replace(/:[a-z_]+/g, () => randomUUID());
  const body = route.method === 'POST' && route.kind !== 'raw' ? '{}' : undefined;
  const type = body ? { 'content-type': 'application/json' } : undefined;
  const response = await fetch(app.url + path, {
    method: route.method,
    headers: { ...headers, ...type },
    ...(body ? { body } : {}),
  });
  const problem = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (problem) return { status: response.status, code: (await response.json()).code };
  await response.body?.cancel();
  return { status: response.status, code: '' };
}

const refusals = ['not_signed_in', 'forbidden', 'second_factor_required', 'cross_site'];

// Signing out would end the persona; it is public and tested by itself.
const tried = roomRoutes.filter(({ path }) => path !== '/api/session/sign-out');

describe('every route', () => {
  it('is declared in the table: the server answers no other path under /api but its documentation', () => {
    const router = buildApp(app.services, '/nowhere', { draining: false }).router as unknown as {
      stack: { route?: { path: string; methods: Record<string, boolean> } }[];
    };
    const served = router.stack
      .flatMap(({ route }) => (route ? [route.path] : []))
      .filter((path) => path.startsWith('/api/') && !path.includes('*'));
    const declared = new Set<string>(roomRoutes.map(({ path }) => path));
    expect(served.filter((path) => !declared.has(path)).sort()).toEqual([
      '/api/docs',
      '/api/openapi.json',
      '/api/problems',
    ]);
    const twice = roomRoutes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(twice).size).toBe(twice.length);
  });

  it('names a permission the matrix knows', () => {
    const unknown = roomRoutes.filter(({ permission }) => !permissionOf(permission));
    expect(unknown.map(({ path, permission }) => `${path}: ${permission}`)).toEqual([]);
  });

  it('that only reads or is answered by GET changes nothing: every write is a POST', () => {
    for (const route of roomRoutes)
      if (route.kind === 'command') expect(route.method).toBe('POST');
      else if (route.kind !== 'raw') expect(route.method).toBe('GET');
  });

  for (const persona of personas)
    it(`lets ${persona.name} in exactly where the matrix says`, async () => {
      const headers = await persona.headers();
      const wrong: string[] = [];
      for (const route of tried) {
        const granted = grantOf(persona.actor, route.permission) !== 'none';
        const { status, code } = await ask(route, headers);
        const audience = permissionOf(route.permission)?.audience;
        const known = persona.actor?.kind === audience;
        const expected = granted ? 'anything but a refusal' : known ? '403 forbidden' : '401 not_signed_in';
        const got = refusals.includes(code) ? `${status} ${code}` : 'anything but a refusal';
        if (got !== expected) wrong.push(`${route.method} ${route.path}: ${got}, expected ${expected}`);
      }
      expect(wrong).toEqual([]);
    }, 60_000);
});
