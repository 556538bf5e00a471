import { useEffect, useRef } from 'react';
import { useSession } from '../providers/session.ts';
import { isTyping, keyOf, keyPreferencesOf, type ShortcutName } from './shortcuts.ts';

type Handlers = Partial<Record<ShortcutName, () => void>>;

/** Menus that are kept in the page while they are closed do not count. */
const dialogOpen = () =>
  [...document.querySelectorAll('[role="dialog"], [role="listbox"], [role="menu"]')].some(
    (one) => one.closest('[aria-hidden="true"]') === null && one.checkVisibility?.() !== false,
  );

/** Binds single keys while the component is on the screen; silent while somebody types or a dialog is open. */
export function useShortcuts(handlers: Handlers): void {
  const preferences = keyPreferencesOf(useSession());
  const latest = useRef({ handlers, preferences });
  latest.current = { handlers, preferences };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || dialogOpen()) return;
      const bound = latest.current;
      for (const [name, run] of Object.entries(bound.handlers)) {
        if (run === undefined || keyOf(name as ShortcutName, bound.preferences) !== event.key) continue;
        event.preventDefault();
        run();
        return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** A chord with Ctrl or the command key; works while typing too. */
export function useChord(key: string, run: (() => void) | undefined): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      if (!latest.current) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key]);
}
