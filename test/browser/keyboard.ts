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
