import { within } from '../draft/path.ts';

const inputs = 'input:not([type=hidden]), select, textarea, button, [tabindex]';

/** Brings the field of an item, or the nearest one there is, into view and puts the cursor there. */
export function focusAt(path: string): boolean {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  for (let wanted = path; wanted !== ''; wanted = wanted.slice(0, Math.max(0, wanted.lastIndexOf('.')))) {
    const place =
      fields.find((field) => field.dataset.path === wanted) ??
      fields.find((field) => within(field.dataset.path ?? '', wanted));
    if (!place) continue;
    const input = place.matches(inputs) ? place : (place.querySelector<HTMLElement>(inputs) ?? place);
    place.scrollIntoView?.({ block: 'center' });
    input.focus({ preventScroll: true });
    return true;
  }
  return false;
}
