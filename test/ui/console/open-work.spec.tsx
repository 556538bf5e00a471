import { fireEvent, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { always, button, command, inWorld, open, posted, rows, server, session } from './world.tsx';

inWorld();
const id = '0190a000-0000-7000-8000-0000000000aa';
const at = '2026-11-20T10:00:00.000Z';
const book = (more: object) => ({
  id,
  kind: 'rubric',
  version: '2.0',
  in_force: true,
  digest: 'abc',
  author: { kind: 'person', name: 'Ada Finch' },
  publisher: { name: 'Mara Lind' },
  effective_from: at,
  published_at: at,
  revision: 3,
  summary: null,
  document: { version: '2.0', bands: { pass_min: 75, review_min: 50 } },
  based_on: { id: '0190a000-0000-7000-8000-0000000000bb', version: '1.0' },
  changes: [{ pointer: '/bands/pass_min', before: 70, after: 75 }],
  faults: [],
  commands: [],
  ...more,
});
const run = {
  id: 'r1',
  policy_version_id: id,
  mode: 'rescore_now',
  state: 'running',
  total: 80,
  done: 40,
  reread: 38,
  moved: 3,
  skipped: 1,
  started_at: at,
  finished_at: null,
};
const skip = {
  id: 'a1',
  case_number: 'APP-2026-000007',
  trading_name: 'Hollow Oak',
  reason: 'judged',
  skipped_at: at,
};
const show = (more: object, runs: readonly object[] = []) => {
  server.use(
    http.get('/api/session', () => HttpResponse.json(session(['compliance_officer']))),
    ...always,
    http.get(`/api/policies/${id}`, () => HttpResponse.json(book(more))),
    http.get('/api/rescores', () => rows(runs)),
    http.get('/api/rescore-skips', () => rows([skip])),
    command(`/api/policies/${id}/:verb`, { revision: 4 }),
  );
  open(`/policies/${id}/show`);
};

describe('open applications and a new rubric', () => {
  it('are asked about before it is published, each choice with what it does', async () => {
    show({
      state: 'in_review',
      in_force: false,
      published_at: null,
      open_work: 'leave',
      commands: [{ command: 'publish', allowed: true, blocked_by: null }],
    });
    fireEvent.click(await button('Publish'));
    const left = (await screen.findByLabelText('Leave as they were read')) as HTMLInputElement;
    expect(left.checked).toBe(true);
    fireEvent.click(screen.getByLabelText('Read again at once'));
    expect(screen.getByText(/as soon as it is in force/)).toBeTruthy();
    const [, confirm] = screen.getAllByRole('button', { name: 'Publish', hidden: true });
    fireEvent.click(confirm as HTMLElement);
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]?.body).toEqual({ open_work: 'rescore_now' });
  });

  it('show how far reading again has come, and who kept the reading of people with the reason', async () => {
    show({ state: 'published', open_work: 'rescore_now' }, [run]);
    expect(await screen.findByText('40 of 80')).toBeTruthy();
    expect(screen.getByText(/38 read again. 3 are now in another band. 1 left as it was./)).toBeTruthy();
    const link = await screen.findByRole('link', { name: 'APP-2026-000007' });
    expect(link.getAttribute('href')).toContain('/applications/a1/show');
    expect(screen.getByText('people judged a finding otherwise')).toBeTruthy();
  });

  it('say that they are left, or that the day of the book has not come', async () => {
    show({ state: 'published', open_work: 'leave' });
    expect(await screen.findByText(/keep the score of the book they were read by/)).toBeTruthy();
    expect(screen.queryByText('Begins when the book comes into force.')).toBeNull();
  });

  it('wait for the day of the book', async () => {
    show({ state: 'published', in_force: false, open_work: 'on_touch' });
    expect(await screen.findByText('Begins when the book comes into force.')).toBeTruthy();
  });
});
