/**
 * A mail's HTML as a page of its own for a sandboxed frame. The frame inherits the console's content security policy,
 * which allows no style attributes, so each becomes a rule of one style sheet that carries the page's nonce.
 */
export function previewOf(html: string, nonce: string): string {
  const held = html.replace(/\sstyle="([^"]*)"/gi, ' data-look="$1"');
  const page = new DOMParser().parseFromString(held, 'text/html');
  const rules: string[] = [];
  for (const element of page.querySelectorAll('[data-look]')) {
    const look = element.getAttribute('data-look') ?? '';
    element.removeAttribute('data-look');
    element.classList.add(`look-${rules.length}`);
    rules.push(`.look-${rules.length}{${look.replace(/[<{}]/g, '')}}`);
  }
  const sheet = page.createElement('style');
  sheet.setAttribute('nonce', nonce);
  sheet.textContent = rules.join('\n');
  page.head.append(sheet);
  return `<!doctype html>${new XMLSerializer().serializeToString(page.documentElement)}`;
}

export const nonceOfPage = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
