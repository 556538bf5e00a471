import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../admin-ui/console/api/types.ts';
import { openPlaces, startFrom } from '../../../admin-ui/console/desk/found/sheet-draft.ts';
import { applicationId, commands, makeDossier, makeItem } from './dossier.ts';
import { always, button, command, inWorld, open, posted, server } from './world.tsx';

inWorld();
const base = `/api/applications/${applicationId}`;
const mine = makeItem({ state: 'claimed', holder: { id: 'me', name: 'Robin Ward' } });
const made = makeDossier();
const criterion = { id: 'retention', area: 'retention_security', core: false, weight: 4, optional: false };
const asked = (more: object = {}) => ({
  rubric_version: '1.0',
  criteria: [criterion, { ...criterion, id: 'voice_sms_rules', optional: true }],
  red_flags: [{ id: 'prompt_injection', severity: 'major' as const }],
  filled: null,
  ...more,
});
const filled = (state: 'awaiting_second' | 'returned') => ({
  state,
  by: { id: 'ada', name: 'Ada Finch' },
  at: new Date().toISOString(),
  reason: state === 'returned' ? 'Look at the second sentence.' : null,
  verdicts: { retention: { verdict: 'met' as const, quote: 'po roku' } },
  flags: {},
});
let dossier: Dossier;
const show = async (allowed: string[], sheet: object) => {
  dossier = makeDossier({
    item: mine,
    commands: commands(allowed),
    reading: {
      ...made.reading,
      state: 'not_read',
      score: null,
      score_floor: null,
      criteria: [],
      red_flags: [],
    },
  });
  server.use(http.get(`${base}/sheet`, () => HttpResponse.json(asked(sheet))));
  open(`/applications/${applicationId}/show`);
  return within(await screen.findByRole('region', { name: 'Read by hand' }));
};

beforeEach(() => {
  server.use(
    ...always,
    http.get(base, () => HttpResponse.json(dossier)),
    command(`${base}/fill-sheet`, { version: 5 }),
    command(`${base}/confirm-sheet`, { version: 5 }),
    command('/api/work-items/:id/:command', mine),
  );
});

describe('a sheet filled by hand', () => {
  it('asks a verdict for each criterion and the words it rests on', async () => {
    const sheet = await show(['fill_sheet'], {});
    expect(sheet.getByText('1 place is still open.')).toBeTruthy();
    fireEvent.mouseDown(sheet.getAllByRole('combobox', { name: 'Your judgement' })[0] as HTMLElement);
    fireEvent.click(await screen.findByRole('option', { name: 'met' }));
    fireEvent.change(await sheet.findByLabelText('The words it rests on'), { target: { value: 'po roku' } });
    fireEvent.click(await button('Hand to a second person'));
    await waitFor(() => expect(posted.map(({ path }) => path)).toContain(`${base}/fill-sheet`));
    expect(posted.at(-1)?.body).toEqual({
      verdicts: { retention: { verdict: 'met', quote: 'po roku' } },
      flags: {},
    });
  });

  it('is read line by line and confirmed by somebody else, or returned with a reason', async () => {
    const sheet = await show(['confirm_sheet'], { filled: filled('awaiting_second') });
    expect(sheet.getByText('“po roku”')).toBeTruthy();
    expect((sheet.getByRole('button', { name: 'Return' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(sheet.getByRole('button', { name: 'Confirm' }));
    await waitFor(() => expect(posted.at(-1)?.body).toEqual({ agree: true }));
  });

  it('that was returned is mended, not begun anew', async () => {
    const sheet = await show(['fill_sheet'], { filled: filled('returned') });
    expect(sheet.getByText('Returned: Look at the second sentence.')).toBeTruthy();
    expect(sheet.getByDisplayValue('po roku')).toBeTruthy();
  });

  it('counts what is open: verdicts not given, words not quoted, flags without words', () => {
    const one = asked();
    expect(openPlaces(one, startFrom(one))).toBe(1);
    expect(openPlaces(one, { verdicts: { retention: { verdict: 'met' } }, flags: {} })).toBe(1);
    expect(openPlaces(one, { verdicts: { retention: { verdict: 'missing' } }, flags: {} })).toBe(0);
    const raised = { verdicts: { retention: { verdict: 'missing' as const } }, flags: { x: { quote: ' ' } } };
    expect(openPlaces(one, raised)).toBe(1);
  });
});
