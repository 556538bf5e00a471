import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../admin-ui/console/api/types.ts';
import { applicationId, commands, makeDossier, makeItem } from './dossier.ts';
import { form } from './form.ts';
import { always, button, command, inWorld, open, posted, press, problem, server } from './world.tsx';

inWorld();
const base = `/api/applications/${applicationId}`;
let dossier: Dossier;
const letter = { subject: 'Your application', body: 'Dear Ada Finch,\nwelcome.', placeholders_left: [] };
const mine = makeItem({ state: 'claimed', holder: { id: 'me', name: 'Robin Ward' } });

beforeEach(() => {
  dossier = makeDossier();
  server.use(
    ...always,
    http.get(base, () => HttpResponse.json(dossier)),
    command(`${base}/save-draft`),
    command(`${base}/discard-draft`),
    command(`${base}/preview-letter`, letter),
    command('/api/work-items/:id/:command', mine),
  );
});
const show = async () => {
  open(`/applications/${applicationId}/show`);
  return screen.findByRole('region', { name: 'Decision' });
};
const commandsSent = () => posted.filter(({ path }) => !/preview-letter|draft|extend/.test(path));

describe('the decision bar', () => {
  it('holds exactly the commands the server named', async () => {
    dossier = makeDossier({
      commands: commands(['approve', 'hold', 'confirm_finding'], { reject: 'not_yet_read' }),
    });
    const bar = await show();
    const names = within(bar)
      .getAllByRole('button')
      .map((one) => one.textContent);
    expect(names.filter((name) => name !== 'Next item')).toEqual(['Approve', 'Reject', 'Hold']);
    expect((within(bar).getByRole('button', { name: 'Reject' }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('says what a command waits for', async () => {
    dossier = makeDossier({ commands: commands([], { approve: 'claim_arithmetic' }) });
    const bar = await show();
    expect(within(bar).getByText(/a claim does not add up/)).toBeTruthy();
  });

  it('claims with the version of the item, by button and by key', async () => {
    await show();
    press('c');
    await waitFor(() => expect(commandsSent()).toHaveLength(1));
    expect(commandsSent()[0]).toMatchObject({
      path: `/api/work-items/${dossier.item?.id}/claim`,
      ifMatch: '"3"',
    });
  });

  it('shows the newer state when somebody was faster, and keeps what was written (trust 16)', async () => {
    dossier = makeDossier({ item: mine, commands: commands(['release']) });
    server.use(http.post('/api/work-items/:id/release', () => problem(412, 'stale_version')));
    const bar = await show();
    fireEvent.click(within(bar).getByRole('button', { name: 'Release' }));
    expect(await within(bar).findByText(/Somebody changed this meanwhile/)).toBeTruthy();
  });

  it('counts down to finality and offers what the server offers', async () => {
    const final_at = new Date(Date.now() + 9 * 60_000).toISOString();
    dossier = makeDossier({
      state: 'approved',
      item: null,
      commands: commands(['undo', 'send_now']),
      decision: {
        id: 'd',
        kind: 'approve',
        state: 'scheduled',
        decided_by: { id: 'me', name: 'Robin Ward' },
        decided_at: new Date().toISOString(),
        second_reasons: [],
        second_by: null,
        final_at,
        reasons: [],
        channels: {},
        letter: { id: 'l1', ...letter },
        closed_at: null,
        score_id: 's',
        claim_verdict_ids: [],
        policy_version_ids: [],
        version: 1,
      },
    });
    const bar = await show();
    expect(within(bar).getByRole('timer').textContent).toMatch(/final in [89]:\d\d/);
    expect(within(bar).getByRole('button', { name: 'Send now' })).toBeTruthy();
  });
});

describe('the statement and its findings', () => {
  it('opens the criterion of a stretch, and lights the stretch of a criterion', async () => {
    await show();
    const stretch = await button('Every message carries an unsubscribe link');
    fireEvent.click(stretch);
    const row = await button(/Way to opt out/);
    expect(row.getAttribute('aria-expanded')).toBe('true');
    expect(stretch.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(row);
    expect(stretch.getAttribute('aria-pressed')).toBe('false');
  });

  it('says for a missing criterion what was looked for, and why the score was lowered', async () => {
    await show();
    fireEvent.click(await button(/Practices excluded/));
    expect(await screen.findByText(/At least two concrete practices that are never used/)).toBeTruthy();
    expect(screen.getByText(/88 → 59/)).toBeTruthy();
  });

  it('walks through the findings with j and k', async () => {
    await show();
    press('j');
    await waitFor(async () =>
      expect((await button(/Way to opt out/)).getAttribute('aria-expanded')).toBe('true'),
    );
    press('j');
    await waitFor(async () =>
      expect((await button(/Practices excluded/)).getAttribute('aria-expanded')).toBe('true'),
    );
  });
});

describe('a resubmission', () => {
  it('opens on the difference, and Ctrl-Enter accepts the item', async () => {
    const after = { ...form, statement: 'We write to companies only. We never buy lists.' };
    dossier = makeDossier({
      revision: 2,
      form: after,
      previous_form: form,
      item: mine,
      commands: commands(['accept_item', 'approve']),
      requests: [
        {
          id: '0199a000-0000-7000-8000-0000000000c1',
          item: 'statement',
          words: 'Please name practices you never use.',
          state: 'answered',
          round: 1,
          requested_by: { id: 'me', name: 'Robin Ward' },
          requested_at: new Date().toISOString(),
          answered_at: new Date().toISOString(),
          verdict_changes: [{ criterion: 'excluded_practices', before: 'missing', after: 'met' }],
        },
      ],
    });
    server.use(command(`${base}/accept-item`, { version: 5 }));
    await show();
    expect(await screen.findByText('Please name practices you never use.')).toBeTruthy();
    expect(screen.getAllByText(/Practices excluded/, { selector: 'li' }).length).toBeGreaterThan(0);
    press('Enter', { ctrlKey: true });
    await waitFor(() => expect(commandsSent()).toHaveLength(1));
    expect(commandsSent()[0]?.body).toEqual({ request_id: '0199a000-0000-7000-8000-0000000000c1' });
  });
});
