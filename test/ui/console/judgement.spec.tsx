import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../admin-ui/console/api/types.ts';
import { applicationId, commands, makeDossier, makeItem } from './dossier.ts';
import { always, button, command, inWorld, open, posted, press, server } from './world.tsx';

inWorld();
const base = `/api/applications/${applicationId}`;
let dossier: Dossier;
const mine = makeItem({ state: 'claimed', holder: { id: 'me', name: 'Robin Ward' } });
const made = makeDossier();
const [criterion] = made.reading.criteria;
const finding = `criterion:${criterion?.id}`;
const judged = (state: 'awaiting_co_signature' | 'standing', by = { id: 'ada', name: 'Ada Finch' }) => ({
  id: '0190a000-0000-7000-8000-0000000000cc',
  finding,
  machine: criterion?.verdict ?? '',
  judged: 'met',
  points: 4,
  reason: 'Sentence three says it.',
  state,
  by,
  at: new Date().toISOString(),
  co_signed_by: null,
});

beforeEach(() => {
  server.use(
    ...always,
    http.get(base, () => HttpResponse.json(dossier)),
    command(`${base}/override`, { version: 5 }),
    command(`${base}/co-sign`, { version: 5 }),
    command('/api/work-items/:id/:command', mine),
  );
});
const show = async (allowed: string[], reading: Partial<Dossier['reading']> = {}) => {
  dossier = makeDossier({
    item: mine,
    commands: commands(allowed),
    reading: { ...made.reading, ...reading },
  });
  open(`/applications/${applicationId}/show`);
  await screen.findByRole('region', { name: 'Decision' });
};
const openFinding = async () => {
  const toggle = await waitFor(() => {
    const found = document.querySelector(`[aria-controls="finding-${finding.replace(':', '-')}"]`);
    if (!found) throw new Error('not there yet');
    return found;
  });
  fireEvent.click(toggle);
};

describe('judging a finding', () => {
  it('takes a verdict and a reason, in place, on the version shown', async () => {
    await show(['override']);
    await openFinding();
    fireEvent.click(await button('Judge otherwise'));
    const send = (await button('Judge so')) as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Your judgement' }));
    const options = within(await screen.findByRole('listbox')).getAllByRole('option');
    expect(options).toHaveLength(3);
    fireEvent.click(options[0] as HTMLElement);
    fireEvent.change(screen.getByLabelText(/Reason, with the words/), {
      target: { value: ' Sentence three. ' },
    });
    fireEvent.click(send);
    await waitFor(() => expect(posted.map(({ path }) => path)).toContain(`${base}/override`));
    expect(posted.find(({ path }) => path.endsWith('/override'))).toMatchObject({
      ifMatch: '"4"',
      body: { finding, reason: 'Sentence three.' },
    });
  });

  it('is not offered where the server does not offer it', async () => {
    await show(['approve']);
    await openFinding();
    expect(screen.queryByRole('button', { name: 'Judge otherwise' })).toBeNull();
  });

  it('stands beside the machine’s, on the finding and on the score', async () => {
    await show(['approve'], {
      machine: { score: 52, score_floor: 52, band: 'review', coherent: true },
      overrides: [judged('standing')],
      score_floor: 78,
    });
    expect(await screen.findByText(/^78 after 1 override by Ada Finch, machine 52/)).toBeTruthy();
    await openFinding();
    expect(await screen.findByText(/Ada Finch judges: met\. The machine said:/)).toBeTruthy();
    expect(screen.getByText(/Sentence three says it/)).toBeTruthy();
  });

  it('waits for an officer, who signs it or refuses it with a reason', async () => {
    await show(['co_sign'], { overrides: [judged('awaiting_co_signature')] });
    expect(await screen.findByText('1 judgement waits for an officer.')).toBeTruthy();
    await openFinding();
    expect(((await button('Refuse')) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(await button('Sign'));
    await waitFor(() => expect(posted.map(({ path }) => path)).toContain(`${base}/co-sign`));
    expect(posted.find(({ path }) => path.endsWith('/co-sign'))?.body).toEqual({
      override_id: judged('standing').id,
      agree: true,
    });
  });

  it('is never signed by the one who judged', async () => {
    await show(['co_sign'], {
      overrides: [judged('awaiting_co_signature', { id: 'me', name: 'Robin Ward' })],
    });
    await openFinding();
    expect(await screen.findByText('An officer has to sign this before it counts.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull();
  });

  it('leaves letters to the open choice instead of taking them as keys', async () => {
    await show(['override', 'approve']);
    await openFinding();
    fireEvent.click(await button('Judge otherwise'));
    fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Your judgement' }), { key: 'a' });
    expect(screen.queryByRole('heading', { name: 'Approve' })).toBeNull();
    (document.activeElement as HTMLElement | null)?.blur();
    press('a');
    expect(await screen.findByRole('heading', { name: 'Approve' })).toBeTruthy();
  });
});
