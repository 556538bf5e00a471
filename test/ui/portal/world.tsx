import { cleanup, configure, fireEvent, render } from '@testing-library/react';
import { delay, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { App, makeQueries } from '../../../admin-ui/portal/App.tsx';
import type { Document, PortalApplication, PortalSession } from '../../../admin-ui/portal/wire.ts';
import { examine } from '../../../server/applications/rules/missing.ts';

/** What the pretended server holds and what it was told, in order. */
export interface World {
  application: PortalApplication;
  session: PortalSession;
  saved: Document[];
  posted: { path: string; body: unknown; csrf: string | null }[];
}

export const problem = (status: number, code: string, more: object = {}) =>
  HttpResponse.json({ code, params: {}, status, ...more }, { status });

const missingOf = (document: Document) => {
  const result = examine(document);
  return result.complete ? [] : result.missing;
};

export function makeApplication(more: Partial<PortalApplication> = {}): PortalApplication {
  const document = more.document ?? {};
  return {
    id: '0199a000-0000-7000-8000-000000000001',
    number: 123,
    case_number: 'APP-2026-000123',
    state: 'draft',
    locale: 'en',
    version: 1,
    revision: 0,
    document,
    submitted_form: null,
    saves: 1,
    saved_at: '2026-11-21T12:00:00.000Z',
    missing: missingOf(document),
    requests: [],
    round: 0,
    timeline: [{ at: '2026-11-20T09:00:00.000Z', step: 'started' }],
    waiting_for: 'you',
    due_at: null,
    expected: null,
    decision: null,
    files: [],
    ...more,
  };
}

export const server = setupServer();

function answers(world: World) {
  const noted = async (request: Request) => {
    const body = (await request.json().catch(() => null)) as Record<string, unknown> | null;
    const { pathname } = new URL(request.url);
    world.posted.push({ path: pathname, body, csrf: request.headers.get('x-csrf-token') });
    return body;
  };
  return [
    http.get('*/api/portal/session', () => HttpResponse.json(world.session)),
    http.post('*/api/portal/open', async ({ request }) => {
      await noted(request);
      world.session = { ...world.session, state: 'open', csrf: 'csrf-1' };
      return HttpResponse.json(world.session);
    }),
    http.post('*/api/portal/applications', async ({ request }) => {
      await noted(request);
      world.session = { ...world.session, state: 'open', csrf: 'csrf-1' };
      const { application } = world;
      return HttpResponse.json(
        { link: '/portal/application#t=abc_DEF-123', csrf: 'csrf-1', application },
        { status: 201 },
      );
    }),
    http.get('*/api/portal/application', () => HttpResponse.json(world.application)),
    http.post('*/api/portal/application/save', async ({ request }) => {
      const body = (await noted(request)) as { document: Document; saves: number };
      const { application } = world;
      if (body.saves !== application.saves) {
        const { document, saves, saved_at } = application;
        return problem(412, 'stale_version', { current: { document, saves, saved_at } });
      }
      const missing = missingOf(body.document);
      const saves = body.saves + 1;
      const saved_at = '2026-11-21T12:03:00.000Z';
      world.application = { ...application, document: body.document, saves, saved_at, missing };
      world.saved.push(body.document);
      return HttpResponse.json({ saves, saved_at, missing, hints: [] });
    }),
    http.post('*/api/portal/application/hints', async ({ request }) => {
      await noted(request);
      return HttpResponse.json({ hints: [{ criterion: 'opt_out_mechanism', hint: 'missing' }] });
    }),
    http.post('*/api/portal/*', async ({ request }) => {
      await noted(request);
      await delay(1);
      return HttpResponse.json({});
    }),
  ];
}

/** A pretended server for one test; more handlers come before its own by `server.use`. */
export function makeWorld(
  more: Partial<PortalApplication> = {},
  session: Partial<PortalSession> = {},
): World {
  const application = makeApplication(more);
  const world: World = {
    application,
    session: {
      state: 'open',
      purpose: 'draft',
      csrf: 'csrf-1',
      application_id: application.id,
      locale: application.locale,
      ...session,
    },
    saved: [],
    posted: [],
  };
  server.use(...answers(world));
  return world;
}

/** Opens a page of the portal as a browser would. */
export function visit(address: string) {
  window.history.replaceState(null, '', address);
  const queries = makeQueries();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } });
  return render(<App queries={queries} />);
}

/** Puts a whole text into a field at once, as pasting does. */
export const fill = (field: HTMLElement, value: string) => {
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

/** The last command sent to a path that ends so. */
export const lastPost = (world: World, end: string) =>
  world.posted.filter(({ path }) => path.endsWith(end)).at(-1);

/** Starts the pretended network for a file of tests and forgets everything between them. */
export function useWorld(): void {
  configure({ asyncUtilTimeout: 8_000, getElementError: (message) => new Error(message ?? '') });
  beforeAll(async () => {
    server.listen({ onUnhandledFrame: 'error' });
    // Loaded beforehand, so that the first test of a file does not wait for all pages.
    await Promise.all([
      import('../../../admin-ui/portal/start/Start.tsx'),
      import('../../../admin-ui/portal/entry/Entry.tsx'),
      import('../../../admin-ui/portal/form/ApplyForm.tsx'),
      import('../../../admin-ui/portal/fix/Fix.tsx'),
      import('../../../admin-ui/portal/status/Status.tsx'),
    ]);
  });
  beforeEach(() => {
    window.localStorage.clear();
    window.sessionStorage.clear();
  });
  afterEach(() => {
    cleanup();
    server.resetHandlers();
  });
  afterAll(() => server.close());
}
