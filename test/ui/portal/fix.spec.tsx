import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { demoForm } from './demo-form.ts';
import { fill, makeWorld, problem, server, useWorld, visit } from './world.tsx';

const asked = (item: string, words: string) => ({ id: item, item, words, state: 'open', round: 1 });
const changes = {
  state: 'changes_requested',
  waiting_for: 'you',
  round: 1,
  due_at: '2026-12-12T12:00:00.000Z',
  document: { ...demoForm, confirmed: true },
  submitted_form: { ...demoForm, confirmed: true },
  requests: [
    asked('sourcing.how_current', 'How old may a record be?'),
    asked('case_studies.cs-2', 'Please explain the cost per lead.'),
  ],
} as const;

describe('fixing what was asked', () => {
  useWorld();
  const open = async () => {
    const world = makeWorld(changes as never, { purpose: 'changes' });
    visit('/portal/application');
    await screen.findByRole('heading', { level: 1, name: '2 answers to change' });
    return world;
  };

  it('opens only the asked items, each with the reviewer’s words and the old answer', async () => {
    await open();
    const current = screen.getByRole('region', { name: 'How current is it?' });
    within(current).getByText('How old may a record be?');
    const old = within(current).getByRole('region', { name: 'Your answer so far' });
    within(old).getByText('Checked every quarter.');
    const study = screen.getByRole('region', { name: 'Case study 2' });
    within(study).getByText('Please explain the cost per lead.');
    within(study).getByText('£150.00');
    expect(screen.queryByLabelText('Legal name')).toBeNull();
    screen.getByText(/Please answer by 12 Dec 2026|Please answer by Dec 12, 2026/);
  });

  it('keeps the old answer in sight while the new one is typed and saved, and shows what changed', async () => {
    const world = await open();
    const field = screen.getByRole('textbox', { name: 'How current is it?' });
    fill(field, 'Checked every quarter. Deleted after a year.');
    await waitFor(
      () => expect(world.saved.at(-1)?.sourcing?.how_current).toContain('Deleted after a year.'),
      {
        timeout: 4_000,
      },
    );
    const item = screen.getByRole('region', { name: 'How current is it?' });
    within(item).getByText('Changed');
    within(within(item).getByRole('region', { name: 'Your answer so far' })).getByText(
      'Checked every quarter.',
    );
    await userEvent.click(within(item).getByRole('button', { name: 'Show what changed' }));
    expect(within(item).getByTitle('Added').textContent).toContain('Deleted after a year.');
    screen.getByText('1 answer is as it was');
  });

  it('sends the answers and says what still stands against it', async () => {
    const world = await open();
    const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Send the changes' });
    expect(send.disabled).toBe(true);
    fill(
      screen.getByRole('textbox', { name: 'How current is it?' }),
      'Checked every quarter. Deleted after a year.',
    );
    let body: { document?: { sourcing?: { how_current?: string } } } = {};
    server.use(
      http.post(
        '*/api/portal/application/resubmit',
        () => problem(422, 'incomplete', { errors: [{ pointer: '/case_studies/cs-2', code: 'unchanged' }] }),
        { once: true },
      ),
    );
    await userEvent.click(send);
    const notes = await screen.findByText('This cannot be sent yet:');
    within(notes.parentElement ?? notes).getByRole('button', { name: 'Case study 2' });
    server.use(
      http.post('*/api/portal/application/resubmit', async ({ request }) => {
        body = (await request.json()) as typeof body;
        world.application = { ...world.application, state: 'submitted', waiting_for: 'us' };
        return HttpResponse.json({});
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send the changes' }));
    await screen.findByRole('heading', { level: 1, name: 'We have your application' });
    expect(body.document?.sourcing?.how_current).toContain('Deleted after a year.');
  });

  it('trust 16: an answer newer than this tab is shown beside what was typed here, and neither is lost', async () => {
    const world = await open();
    const mine = 'Checked every quarter. Deleted after a year.';
    fill(screen.getByRole('textbox', { name: 'How current is it?' }), mine);
    let sent: { saves?: number } = {};
    server.use(
      http.post('*/api/portal/application/resubmit', async ({ request }) => {
        sent = (await request.json()) as typeof sent;
        const newer = { ...world.application.document, statement: 'Said in the other tab.' };
        return problem(412, 'stale_version', {
          current: { document: newer, saves: 9, saved_at: new Date().toISOString() },
        });
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send the changes' }));
    const dialog = await screen.findByRole('dialog');
    expect(typeof sent.saves).toBe('number');
    expect(within(dialog).getAllByRole('listitem').length).toBeGreaterThan(0);
    expect(screen.getByDisplayValue(mine)).toBeTruthy();
  });
});
