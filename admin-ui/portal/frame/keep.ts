/** A value kept by the browser; null where it keeps nothing (private windows, full or forbidden storage). */
export function kept(name: string, where: () => Storage): string | null {
  try {
    return where().getItem(name);
  } catch {
    return null;
  }
}

/** Keeps or forgets a value; a browser that refuses is no reason to stop. */
export function keep(name: string, value: string | null, where: () => Storage): void {
  try {
    if (value === null) where().removeItem(name);
    else where().setItem(name, value);
  } catch {
    // the server holds what counts; this copy is a second safety
  }
}

export const inTab = (): Storage => window.sessionStorage;
export const inBrowser = (): Storage => window.localStorage;
