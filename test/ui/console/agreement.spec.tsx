import { screen, waitFor } from '@testing-library/react';
import { delay, HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { always, inWorld, open, problem, rows, server, session } from './world.tsx';

inWorld();

const row = {
  id: 'criterion:retention',
  kind: 'criterion',
  judged: 120,
  overturned: 30,
  share: 0.25,
  low: 0.18,
  high: 0.334,
  directions: [{ from: 'missing', to: 'met', count: 28, of: 60 }],
};
const never = {
  ...row,
  id: 'flag:hidden_text',
  kind: 'flag',
  overturned: 0,
  share: 0,
  low: 0,
  directions: [],
};
const found = {
  id: 'o1',
  application_id: 'a1',
  case_number: 'APP-2026-000007',
  trading_name: 'Hollow Oak',
  decision: 'approved',
  finding: 'criterion:retention',
  machine: 'missing',
  judged: 'met',
  reason: 'The second paragraph says for how long.',
  by: { id: 'p1', name: 'Mara Lind' },
  co_signed_by: { id: 'p2', name: 'Ines Roth' },
  at: '2026-11-20T10:00:00.000Z',
};

describe('the agreement report', () => {
  it('shows share, range and directions, and leads from each to its cases', async () => {
    server.use(
      http.get('/api/agreement', () => rows([row, never])),
      ...always,
    );
    open('/agreement');
    const link = await screen.findByRole('link', { name: 'Retention period' });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain(
      '/agreement-cases?filter={"finding":"criterion:retention"}',
    );
    expect(screen.getByText('25% (18% to 33.4%)')).toBeTruthy();
    expect(screen.getByText('28 of 60')).toBeTruthy();
    const way = screen.getByRole('link', { name: 'missing → met' });
    expect(decodeURIComponent(way.getAttribute('href') ?? '')).toContain('"machine":"missing"');
    expect(screen.queryByRole('link', { name: 'Hidden text' })).toBeNull();
  });

  it('keeps the period a figure is about on the way to its cases', async () => {
    server.use(
      http.get('/api/agreement', () => rows([row])),
      ...always,
    );
    open(`/agreement?filter=${encodeURIComponent('{"from":"2026-10-01T00:00:00.000Z"}')}`);
    const link = await screen.findByRole('link', { name: 'Retention period' });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('"from":"2026-10-01');
  });

  it('says what will stand here while nothing is decided', async () => {
    server.use(
      http.get('/api/agreement', () => rows([])),
      ...always,
    );
    open('/agreement');
    expect(await screen.findByText('Nothing decided yet')).toBeTruthy();
  });

  it('waits, and says what failed', async () => {
    server.use(
      http.get('/api/agreement', () => delay('infinite')),
      ...always,
    );
    open('/agreement');
    expect((await screen.findAllByRole('status', { name: 'Loading …' })).length).toBeGreaterThan(0);
    server.use(http.get('/api/agreement', () => problem(503, 'unavailable')));
    open('/agreement?page=2');
    expect((await screen.findAllByText(/briefly not available/)).length).toBeGreaterThan(0);
  });

  it('shows the cases with the reason, the people and the way to the application', async () => {
    let asked = '';
    server.use(
      http.get('/api/agreement-cases', ({ request }) => {
        asked = new URL(request.url).searchParams.get('filter') ?? '';
        return rows([found]);
      }),
      ...always,
    );
    open(`/agreement-cases?filter=${encodeURIComponent('{"finding":"criterion:retention"}')}`);
    const link = await screen.findByRole('link', { name: 'APP-2026-000007' });
    expect(link.getAttribute('href')).toContain('/applications/a1/show');
    expect(screen.getByText('The second paragraph says for how long.')).toBeTruthy();
    expect(screen.getByText('Mara Lind, signed by Ines Roth')).toBeTruthy();
    await waitFor(() => expect(JSON.parse(asked)).toEqual({ finding: 'criterion:retention' }));
  });

  it('is no place of account managers', async () => {
    server.use(
      http.get('/api/session', () => HttpResponse.json(session(['account_manager']))),
      ...always.slice(1),
    );
    open('/agreement');
    expect(await screen.findByText('Your role does not open this')).toBeTruthy();
  });
});
