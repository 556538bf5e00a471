import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeWorld, server, useWorld, visit } from './world.tsx';

const submitted = { state: 'submitted', waiting_for: 'us' } as const;

describe('where the application stands', () => {
  useWorld();
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['submitted', 'us', 'We have your application'],
    ['in_review', 'us', 'Your application is being reviewed'],
    ['withdrawn', 'nobody', 'The application is withdrawn'],
    ['lapsed', 'nobody', 'The application has lapsed'],
  ] as const)('%s: says whose move it is', async (state, waiting_for, title) => {
    makeWorld({ state, waiting_for });
    visit('/portal/application');
    await screen.findByRole('heading', { level: 1, name: title });
    screen.getByText({ us: 'Waiting for us', nobody: 'Nothing more has to be done' }[waiting_for]);
    screen.getByText('APP-2026-000123');
    within(screen.getByRole('list')).getByText('You began the application');
  });

  it.each([
    ['approved', 'Your application is approved'],
    ['rejected', 'Your application was not accepted'],
  ] as const)('%s: shows the letter word for word', async (state, title) => {
    const decision = {
      kind: state,
      at: '2026-11-21T12:00:00.000Z',
      letter_subject: 'Your application APP-2026-000123',
      letter_body: 'Dear Ada North,\n\nwe have decided.',
    };
    makeWorld({ state, waiting_for: 'nobody', decision });
    visit('/portal/application');
    await screen.findByRole('heading', { level: 1, name: title });
    const letter = screen.getByRole('article', { name: 'Letter of the decision' });
    expect(letter.textContent).toContain('Dear Ada North,\n\nwe have decided.');
    expect(screen.queryByRole('button', { name: 'Withdraw the application' })).toBeNull();
  });

  it('shows an accepted item as soon as the stream tells of a change', async () => {
    const streams: { onmessage?: () => void; onopen?: () => void; close: () => void }[] = [];
    vi.stubGlobal(
      'EventSource',
      class {
        onmessage?: () => void;
        onopen?: () => void;
        constructor() {
          streams.push(this);
        }
        close() {}
      },
    );
    const request = { id: 'r1', item: 'sourcing.consent', words: 'Say more.', round: 1 };
    const world = makeWorld({ ...submitted, round: 1, requests: [{ ...request, state: 'answered' }] });
    visit('/portal/application');
    await screen.findByText('Answered, being read');
    world.application = { ...world.application, requests: [{ ...request, state: 'accepted' }] };
    act(() => streams.at(-1)?.onmessage?.());
    await screen.findByText('Accepted', {}, { timeout: 1_000 });
  });

  it('asks again by itself where there is no stream', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const world = makeWorld(submitted);
    visit('/portal/application');
    await screen.findByRole('heading', { level: 1, name: 'We have your application' });
    world.application = { ...world.application, state: 'in_review' };
    await act(() => vi.advanceTimersByTimeAsync(16_000));
    vi.useRealTimers();
    await screen.findByRole('heading', { level: 1, name: 'Your application is being reviewed' });
  });

  it('says by when the desk has usually decided, and names no time gone by', async () => {
    const world = makeWorld({ ...submitted, expected: { by: '2026-11-25T12:00:00.000Z', late: false } });
    visit('/portal/application');
    await screen.findByText(/usually decided by .*25.*2026/);
    world.application = { ...world.application, expected: { by: null, late: true } };
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await screen.findByText(/takes longer than usual/);
    expect(screen.queryByText(/usually decided by/)).toBeNull();
  });

  it('discards a draft only after asking once more; the page says that it is erased', async () => {
    const world = makeWorld({});
    server.use(
      http.post('*/api/portal/application/withdraw', () => {
        world.application = {
          ...world.application,
          document: {},
          state: 'withdrawn',
          waiting_for: 'nobody',
        };
        return HttpResponse.json({});
      }),
    );
    visit('/portal/application?step=firm');
    await userEvent.click(await screen.findByRole('button', { name: 'Discard this draft' }));
    const dialog = await screen.findByRole('dialog', { name: 'Discard the draft?' });
    within(dialog).getByText(/erased at once/);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Discard and erase' }));
    await screen.findByRole('heading', { level: 1, name: 'The application is withdrawn' });
    screen.getByText(/nobody has read them/);
  });

  it('withdraws only after asking once more, with a reason or without', async () => {
    const world = makeWorld(submitted);
    let body: unknown;
    server.use(
      http.post('*/api/portal/application/withdraw', async ({ request }) => {
        body = await request.json();
        world.application = { ...world.application, state: 'withdrawn', waiting_for: 'nobody' };
        return HttpResponse.json({});
      }),
    );
    visit('/portal/application');
    await userEvent.click(await screen.findByRole('button', { name: 'Withdraw the application' }));
    const dialog = await screen.findByRole('dialog', { name: 'Withdraw the application?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    await screen.findByRole('heading', { level: 1, name: 'The application is withdrawn' });
    await waitFor(() => expect(body).toEqual({}));
  });
});
