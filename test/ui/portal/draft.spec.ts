import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeDraft } from '../../../admin-ui/portal/draft/draft.ts';
import type { Document, Saved } from '../../../admin-ui/portal/wire.ts';
import { ApiProblem } from '../../../admin-ui/shared/api.ts';
import { makeApplication } from './world.tsx';

const saved = (saves: number): Saved => ({
  saves,
  saved_at: '2026-11-21T12:03:00.000Z',
  missing: [],
  hints: [],
});
const refusal = (status: number, code: string, more: object = {}) =>
  new ApiProblem({ code, params: {}, status, ...more });

describe('the draft is saved as it is typed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    window.sessionStorage.clear();
  });
  afterEach(() => vi.useRealTimers());

  it('waits for a pause and then saves everything typed, once', async () => {
    const save = vi.fn(async (input: { document: Document; saves: number }) => saved(input.saves + 1));
    const draft = makeDraft(makeApplication(), save);
    draft.change('organisation.legal_name', 'N');
    draft.change('organisation.legal_name', 'Nord');
    await vi.advanceTimersByTimeAsync(500);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(500);
    expect(save).toHaveBeenCalledOnce();
    expect(save).toHaveBeenCalledWith({ document: { organisation: { legal_name: 'Nord' } }, saves: 1 });
    expect(draft.view()).toMatchObject({ state: 'saved', savedAt: '2026-11-21T12:03:00.000Z' });
  });

  it('does not wait for a pause for longer than five seconds', async () => {
    const save = vi.fn(async (input: { saves: number }) => saved(input.saves + 1));
    const draft = makeDraft(makeApplication(), save);
    for (let n = 0; n < 14; n += 1) {
      draft.change('statement', 'x'.repeat(n + 1));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(save).toHaveBeenCalled();
  });

  it('saves what was typed while a save was under way, in a second one that counts on', async () => {
    const seen: [unknown, number][] = [];
    const save = async (input: { document: Document; saves: number }) => {
      seen.push([input.document.statement, input.saves]);
      await new Promise((done) => setTimeout(done, 300));
      return saved(input.saves + 1);
    };
    const draft = makeDraft(makeApplication(), save);
    draft.change('statement', 'one');
    await vi.advanceTimersByTimeAsync(1_000);
    draft.change('statement', 'one two');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(seen).toEqual([
      ['one', 1],
      ['one two', 2],
    ]);
    expect(draft.view().state).toBe('saved');
  });

  it('keeps the words in the tab and tries again while there is no connection', async () => {
    let online = false;
    const save = vi.fn(async (input: { saves: number }) => {
      if (!online) throw refusal(0, 'offline');
      return saved(input.saves + 1);
    });
    const draft = makeDraft(makeApplication(), save);
    draft.change('statement', 'kept');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(draft.view().state).toBe('waiting');
    expect(window.sessionStorage.getItem(`assay.portal.draft.${makeApplication().id}`)).toContain('kept');
    online = true;
    await vi.advanceTimersByTimeAsync(2_500);
    expect(draft.view().state).toBe('saved');
    expect(window.sessionStorage.length).toBe(0);
  });

  it('takes up after a reload what was typed and not saved', async () => {
    const first = makeDraft(makeApplication(), async () => Promise.reject(refusal(503, 'unavailable')));
    first.change('statement', 'not lost');
    await vi.advanceTimersByTimeAsync(1_000);
    first.stop();
    const save = vi.fn(async (input: { document: Document; saves: number }) => saved(input.saves + 1));
    const second = makeDraft(makeApplication(), save);
    expect(second.view().document.statement).toBe('not lost');
    await vi.advanceTimersByTimeAsync(10);
    expect(save.mock.calls[0]?.[0].document.statement).toBe('not lost');
  });

  it('takes a lost answer for what it is: the words had arrived', async () => {
    let tries = 0;
    const save = vi.fn(async (input: { document: Document; saves: number }) => {
      tries += 1;
      if (tries === 1) throw refusal(0, 'offline');
      if (input.saves === 1) {
        const current = { document: { statement: 'arrived' }, saves: 2, saved_at: null };
        throw refusal(412, 'stale_version', { current });
      }
      return saved(input.saves + 1);
    });
    const draft = makeDraft(makeApplication(), save);
    draft.change('statement', 'arrived');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(draft.view()).toMatchObject({ state: 'saved', newer: null });
  });

  it('never overwrites what another tab saved: it stops and lets the applicant choose', async () => {
    const current = { document: { statement: 'theirs' }, saves: 9, saved_at: '2026-11-21T12:01:00.000Z' };
    const save = vi.fn(async (input: { document: Document; saves: number }) => {
      if (input.saves !== 9) throw refusal(412, 'stale_version', { current });
      return saved(10);
    });
    const draft = makeDraft(makeApplication(), save);
    draft.change('statement', 'mine');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(draft.view()).toMatchObject({ state: 'stale', newer: current });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledOnce();
    draft.keepMine();
    await vi.advanceTimersByTimeAsync(10);
    expect(save).toHaveBeenLastCalledWith({ document: { statement: 'mine' }, saves: 9 });
    expect(draft.view().state).toBe('saved');
  });

  it('goes on with the newer text where that is chosen', async () => {
    const current = { document: { statement: 'theirs' }, saves: 9, saved_at: null };
    const draft = makeDraft(makeApplication(), async () =>
      Promise.reject(refusal(412, 'stale_version', { current })),
    );
    draft.change('statement', 'mine');
    await vi.advanceTimersByTimeAsync(1_000);
    draft.takeNewer();
    expect(draft.view()).toMatchObject({ state: 'saved', document: { statement: 'theirs' } });
  });

  it('says when an answer cannot be kept, and saves again once it was changed', async () => {
    const save = vi.fn(async (input: { document: Document; saves: number }) => {
      if (input.document.statement === 'bad')
        throw refusal(422, 'invalid_input', {
          errors: [{ pointer: '/document/statement', code: 'unstorable' }],
        });
      return saved(input.saves + 1);
    });
    const draft = makeDraft(makeApplication(), save);
    draft.change('statement', 'bad');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(draft.view().state).toBe('refused');
    draft.change('statement', 'good');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(draft.view()).toMatchObject({ state: 'saved', problem: null });
  });
});
