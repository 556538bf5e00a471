import { useCallback, useEffect, useRef } from 'react';
import { useDraft } from '../draft/hooks.tsx';
import { go, usePlace } from '../frame/place.ts';
import { focusAt } from './jump.ts';
import { entryOf, isStep, type Step, stepOf, steps } from './steps.ts';

/** The heading of a step, to which the reader is taken when it comes. */
export const headingId = (step: Step): string => `step-${step}`;

let target: string | null = null;

/** The step shown, kept in the address so that the browser's back button walks through the form. */
export function useSteps() {
  const { params } = usePlace();
  const draft = useDraft();
  const asked = params.get('step');
  const step: Step = isStep(asked) ? asked : 'firm';
  const entry = Math.max(0, Number(params.get('n') ?? 1) - 1 || 0);
  const at = steps.indexOf(step);

  const show = useCallback(
    (next: Step, n: number | null = null) => {
      void draft.flush();
      go(`/portal/application?step=${next}${n === null ? '' : `&n=${n + 1}`}`);
    },
    [draft],
  );
  /** Leads to the field of a missing item. */
  const jump = useCallback(
    (item: string) => {
      draft.showAll();
      target = item;
      const next = stepOf(item);
      if (next === step && (entryOf(item) ?? entry) === entry) {
        focusAt(item);
        target = null;
      } else show(next, next === 'cases' ? entryOf(item) : null);
    },
    [draft, show, step, entry],
  );
  return {
    step,
    entry,
    before: steps[at - 1] ?? null,
    after: steps[at + 1] ?? null,
    position: at + 1,
    show,
    jump,
  };
}

/** After a step has come: the cursor goes to the field asked for, else the reader to the step's heading. */
export function useArrival(step: Step, entry: number): void {
  const shown = useRef(`${step} ${entry}`);
  useEffect(() => {
    const same = shown.current === `${step} ${entry}`;
    shown.current = `${step} ${entry}`;
    const item = target;
    target = null;
    if (item !== null && focusAt(item)) return;
    if (same) return;
    window.scrollTo?.(0, 0);
    document.getElementById(headingId(step))?.focus({ preventScroll: true });
  }, [step, entry]);
}
