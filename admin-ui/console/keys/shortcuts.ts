import type { Session } from '../providers/session.ts';

/** Every single key of the console, in the order they are listed. Each can be turned off or bound anew. */
export const shortcutDefaults = {
  help: '?',
  next: 'n',
  down: 'j',
  up: 'k',
  claim: 'c',
  search: '/',
  approve: 'a',
  reject: 'r',
  request_changes: 'e',
  undo: 'u',
} as const;
export type ShortcutName = keyof typeof shortcutDefaults;
export const shortcutNames = Object.keys(shortcutDefaults) as ShortcutName[];

export interface KeyPreferences {
  single_keys?: boolean;
  keys?: Partial<Record<ShortcutName, string | null>>;
}

export const keyPreferencesOf = (session: Session | undefined): KeyPreferences =>
  (session?.person?.preferences ?? {}) as KeyPreferences;

/** The key of a shortcut for this person; null where it is off. */
export function keyOf(name: ShortcutName, preferences: KeyPreferences): string | null {
  if (preferences.single_keys === false) return null;
  const own = preferences.keys?.[name];
  return own === undefined ? shortcutDefaults[name] : own;
}

/** Whether somebody is typing: then single keys are letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  // A closed select takes letters to choose by.
  if (target.getAttribute('role') === 'combobox') return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'reset'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
