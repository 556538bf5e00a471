import { fireEvent, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { always, button, command, inWorld, open, posted, problem, server, session } from './world.tsx';

inWorld();
const id = '0190a000-0000-7000-8000-0000000000aa';
const document = {
  version: '2.0',
  calendar: { time_zone: 'Europe/London', holidays: ['2026-12-25'] },
  undo_minutes: 15,
};
const book = (more: object = {}) => ({
  id,
  kind: 'deadlines',
  version: '2.0',
  state: 'draft',
  in_force: false,
  digest: 'abc',
  author: { kind: 'person', name: 'Ada Finch' },
  publisher: null,
  effective_from: new Date().toISOString(),
  published_at: null,
  revision: 3,
  summary: null,
  document,
  based_on: { id: '0190a000-0000-7000-8000-0000000000bb', version: '1.0' },
  changes: [{ pointer: '/undo_minutes', before: 10, after: 15 }],
  faults: [],
  commands: ['edit', 'propose', 'discard'].map((name) => ({
    command: name,
    allowed: true,
    blocked_by: null,
  })),
  ...more,
});
const show = (more: object = {}, roles: ['compliance_officer'] | ['reviewer'] = ['compliance_officer']) => {
  server.use(
    http.get('/api/session', () => HttpResponse.json(session(roles))),
    ...always,
    http.get(`/api/policies/${id}`, () => HttpResponse.json(book(more))),
    command(`/api/policies/${id}/:verb`, { revision: 4 }),
    command('/api/policies/start-draft', { id, revision: 1 }),
  );
  open(`/policies/${id}/show`);
};

describe('a rule book', () => {
  it('is a form whose values are saved as they are meant, at the revision that was read', async () => {
    show();
    const minutes = await screen.findByLabelText('Minutes to undo a decision');
    fireEvent.change(minutes, { target: { value: '20' } });
    expect(screen.getByText('Not saved yet. Ctrl S saves.')).toBeTruthy();
    fireEvent.click(await button('Save the draft'));
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]).toMatchObject({
      path: `/api/policies/${id}/edit`,
      ifMatch: '"3"',
      body: { document: { ...document, undo_minutes: 20 } },
    });
  });

  it('opens exactly the groups that hold what is searched for', async () => {
    show();
    fireEvent.change(await screen.findByLabelText('Find a word or a name'), { target: { value: 'london' } });
    expect(await screen.findByDisplayValue('Europe/London')).toBeTruthy();
    expect(screen.queryByDisplayValue('2026-12-25')).toBeNull();
  });

  it('says at the place what is wrong, and that it keeps the draft from being put forward', async () => {
    show({
      faults: [{ pointer: '/calendar/time_zone', code: 'unknown_time_zone' }],
      commands: [{ command: 'propose', allowed: false, blocked_by: 'faults' }],
    });
    expect(await screen.findByText('There is no such time zone.')).toBeTruthy();
    expect(screen.getByText(/something in it is not sound yet/)).toBeTruthy();
    expect(((await button('Put forward')) as HTMLButtonElement).disabled).toBe(true);
  });

  it('shows its differences first to whoever is to publish it, who can choose the day', async () => {
    show({
      state: 'in_review',
      summary: 'More time to think again.',
      commands: [{ command: 'publish', allowed: true, blocked_by: null }],
    });
    expect(await screen.findByText('/undo_minutes')).toBeTruthy();
    expect(screen.getByText('More time to think again.')).toBeTruthy();
    fireEvent.click(await button('Publish'));
    fireEvent.change(await screen.findByLabelText(/In force from/), { target: { value: '2027-01-04' } });
    const [, confirm] = screen.getAllByRole('button', { name: 'Publish', hidden: true });
    fireEvent.click(confirm as HTMLElement);
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]?.body).toEqual({ effective_from: new Date('2027-01-04T00:00:00').toISOString() });
  });

  it('tells its author that a second person publishes it', async () => {
    show({
      state: 'in_review',
      commands: [{ command: 'publish', allowed: false, blocked_by: 'own_draft' }],
    });
    expect(await screen.findByText(/a second officer publishes it/)).toBeTruthy();
  });

  it('can only be read by those who do not edit, and still be saved as a file', async () => {
    show({ state: 'published', in_force: true, based_on: null, changes: [], commands: [] }, ['reviewer']);
    const minutes = (await screen.findByLabelText('Minutes to undo a decision')) as HTMLInputElement;
    expect(minutes.readOnly).toBe(true);
    expect(screen.queryByRole('button', { name: 'Open a draft' })).toBeNull();
    expect(await button('Save as a file')).toBeTruthy();
  });

  it('says that a draft is open already', async () => {
    show({ state: 'published', in_force: true, based_on: null, changes: [], commands: [] });
    server.use(
      http.post('/api/policies/start-draft', () =>
        problem(409, 'conflict', { params: { reason: 'draft_open' } }),
      ),
    );
    fireEvent.click(await button('Open a draft'));
    expect(await screen.findByText(/There is an open draft of this book already/)).toBeTruthy();
  });
});
