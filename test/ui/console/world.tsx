import { QueryClient } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { memoryStore } from 'react-admin';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { App } from '../../../admin-ui/console/App.tsx';
import { forgetSession } from '../../../admin-ui/console/providers/session.ts';
import { grantsOf } from '../../../server/access/matrix.ts';
import type { Role } from '../../../server/kernel/actor.ts';

export const server = setupServer();
/** Every command that reached the pretended server. */
export const posted: { path: string; body: unknown; ifMatch: string | null; csrf: string | null }[] = [];

export const problem = (status: number, code: string, more: object = {}) =>
  HttpResponse.json({ code, params: {}, status, ...more }, { status });

export const rows = (list: readonly unknown[], total: number = list.length) =>
  HttpResponse.json([...list], {
    headers: { 'Content-Range': `items 0-${Math.max(0, list.length - 1)}/${total}` },
  });

/** A session of somebody with these roles, as the matrix grants it. */
export const session = (roles: Role[] = ['reviewer'], preferences: object = {}) => ({
  state: 'full',
  csrf: 'token-1',
  demo: true,
  person: {
    id: 'me',
    name: 'Robin Ward',
    email: 'r@assay.example',
    locale: 'en',
    roles,
    lead: false,
    preferences,
  },
  permissions: grantsOf({ kind: 'person', id: 'me', roles, extra: [], sessionId: 's' }),
  second_factors: [],
});

const news = {
  since: new Date().toISOString(),
  left: true,
  answers: [],
  colleagues: [],
  decide: [],
  waiting: [],
  draft: null,
  week: { from: new Date().toISOString(), decided: 0, undone: 0, overturned: 0, waiting: 0 },
};
const summary = { waiting: 1, claimed: 0, held: 0, overdue: 0, mine: 0, by_channel: [] };

/** What the server answers where a test says nothing else. */
export const always = [
  http.get('/api/session', () => HttpResponse.json(session())),
  http.get('/api/work-items/summary', () => HttpResponse.json(summary)),
  http.get('/api/home', () => HttpResponse.json(news)),
];

/** A command answered with `reply`, and remembered. */
export const command = (path: string, reply: object = {}) =>
  http.post(path, async ({ request }) => {
    posted.push({
      path: new URL(request.url).pathname,
      body: await request.json(),
      ifMatch: request.headers.get('if-match'),
      csrf: request.headers.get('x-csrf-token'),
    });
    return HttpResponse.json(reply);
  });

export function inWorld(): void {
  configure({ asyncUtilTimeout: 15_000 });
  // A wide, light screen: jsdom knows none.
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      media: query,
      matches: query.includes('min-width'),
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    }) as MediaQueryList;
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  afterEach(() => {
    cleanup();
    server.resetHandlers();
    forgetSession();
    posted.length = 0;
    window.location.hash = '';
  });
  afterAll(() => server.close());
}

/** Opens the console at a place, as somebody who is signed in. */
export function open(place: string): void {
  window.location.hash = `#${place}`;
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(<App queryClient={queryClient} keep={memoryStore()} />);
}

export const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more });
export const button = (name: string | RegExp) => screen.findByRole('button', { name });
