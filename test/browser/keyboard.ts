import type { Page } from 'playwright-core';

/** Presses Tab until the button of this name has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, name: string, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    const here = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (here === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to the button "${name}".`);
}

/** The name of what has the focus, as a screen reader would say it: its label, or its own text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement as HTMLInputElement | null;
    const byId = (here?.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const label = here?.labels?.[0]?.textContent ?? here?.getAttribute('aria-label') ?? byId;
    return (label.trim() === '' ? (here?.textContent ?? '') : label).replace(/[\s\u200b*]+/g, ' ').trim();
  });

/** Presses a key until what has the focus has this name. */
export async function pressTo(page: Page, key: string, name: string, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if ((await focused(page)).startsWith(name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to "${name}", but ends at "${await focused(page)}".`);
}

/** Waits until a check of something outside the page holds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  ms = 15_000,
): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`waited in vain: ${what}`);
}
