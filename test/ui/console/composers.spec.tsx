import { fireEvent, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../admin-ui/console/api/types.ts';
import { applicationId, commands, makeDossier, makeItem } from './dossier.ts';
import { always, button, command, inWorld, open, posted, press, server } from './world.tsx';

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

describe('the composers', () => {
  const held = (more: Partial<Dossier> = {}) =>
    makeDossier({
      item: mine,
      commands: commands(['request_changes', 'approve', 'reject', 'confirm_finding']),
      ...more,
    });

  it('approve opens by key, fills the letter and decides with Ctrl-Enter on the version shown', async () => {
    dossier = held();
    server.use(
      command(`${base}/approve`, { version: 5, state: 'approved', decision: null, next_item_id: null }),
    );
    await show();
    press('a');
    expect(await screen.findByDisplayValue('Your application')).toBeTruthy();
    press('Enter', { ctrlKey: true });
    await waitFor(() => expect(commandsSent()).toHaveLength(1));
    expect(commandsSent()[0]).toMatchObject({ path: `${base}/approve`, ifMatch: '"4"' });
    expect(commandsSent()[0]?.body).toMatchObject({
      channels: { cold_email_outbound: { outcome: 'accept' }, linkedin_outbound: { outcome: 'accept' } },
      letter: { subject: 'Your application' },
    });
  });

  it('sends no letter before the template was filled for the choices of the moment', async () => {
    dossier = held();
    let fill = () => {};
    const filled = new Promise<void>((resolve) => {
      fill = resolve;
    });
    server.use(
      http.post(`${base}/preview-letter`, async () => {
        await filled;
        return HttpResponse.json(letter);
      }),
    );
    await show();
    press('a');
    expect(await screen.findByText('The letter is being filled from its template.')).toBeTruthy();
    expect(screen.queryByText('From the template')).toBeNull();
    press('Enter', { ctrlKey: true });
    expect(commandsSent()).toHaveLength(0);
    fill();
    expect(await screen.findByText('From the template')).toBeTruthy();
    expect(screen.queryByText('The letter is being filled from its template.')).toBeNull();
  });

  it('a placeholder still open is named and blocks sending', async () => {
    dossier = held();
    server.use(command(`${base}/preview-letter`, { ...letter, body: 'Dear {{name}}, {{link}}' }));
    await show();
    press('a');
    expect(await screen.findByText(/Still to be filled in before it can be sent: \{\{name\}\}/)).toBeTruthy();
    const send = screen.getAllByRole('button', { name: 'Approve' });
    expect(
      send.some(
        (one) => !(one as HTMLButtonElement).disabled && one.closest('[aria-label="Decision"]') === null,
      ),
    ).toBe(false);
    press('Enter', { ctrlKey: true });
    expect(commandsSent()).toHaveLength(0);
  });

  it('reject starts without any reason, and a core gap counts only once it was confirmed', async () => {
    dossier = held();
    await show();
    press('r');
    expect(await screen.findByText('Add a reason.')).toBeTruthy();
    fireEvent.click(await button('Add a reason'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'A core criterion is not met' }));
    expect(await screen.findByText('Choose what each reason rests on.')).toBeTruthy();
    fireEvent.mouseDown(await screen.findByRole('combobox', { name: /Which core criterion/ }));
    const option = await screen.findByRole('option', { name: /confirm it on its evidence first/ });
    expect(option.getAttribute('aria-disabled')).toBe('true');
  });

  it('restores a draft that the server kept', async () => {
    const content = { requests: [{ item: 'statement', words: 'Please name two practices.' }] };
    dossier = held({ drafts: [{ kind: 'request_changes', content, updated_at: new Date().toISOString() }] });
    await show();
    press('e');
    expect(await screen.findByDisplayValue('Please name two practices.')).toBeTruthy();
  });

  it('leaves single keys alone when somebody turned them off (WCAG 2.1.4)', async () => {
    dossier = held();
    const { session } = await import('./world.tsx');
    server.use(
      http.get('/api/session', () => HttpResponse.json(session(['reviewer'], { single_keys: false }))),
    );
    await show();
    press('a');
    expect(screen.queryByRole('heading', { name: 'Approve' })).toBeNull();
  });
});
