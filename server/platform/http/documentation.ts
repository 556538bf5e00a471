import type { Express, Response } from 'express';
import { problemCodes } from '../../kernel/problem.ts';
import { problemTable } from '../problems.ts';
import type { Route } from './route.ts';

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2430;background:#fff}
h2{margin-top:2.5rem;text-transform:capitalize}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #dde3ea;vertical-align:top}
code{font:14px ui-monospace,monospace}a{color:#0b5cad}@media(prefers-color-scheme:dark){body{background:#10161d;color:#e6ebf1}a{color:#8cc2ff}td,th{border-color:#2a3542}}`;

function page(res: Response, title: string, body: string): void {
  res.type('html').send(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style nonce="${String(res.locals.nonce)}">${style}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`,
  );
}

const row = (route: Route) =>
  `<tr><td><code>${route.method} ${escapeHtml(route.path)}</code></td><td>${escapeHtml(route.summary)}</td><td><code>${escapeHtml(route.permission)}</code></td></tr>`;

/** `/api/openapi.json`, a page for people made from the same table, and what each problem code means. */
export function serveDocumentation(app: Express, routes: readonly Route[], publicUrl: string): void {
  let description: string | undefined;
  app.get('/api/openapi.json', async (_req, res) => {
    // Made for the first who asks: describing every schema takes longer than the rest of the start.
    const { describeApi } = await import('../openapi.ts');
    description ??= JSON.stringify(describeApi(routes, publicUrl));
    res.type('application/json').send(description);
  });
  const groups = Map.groupBy(routes, (route) => route.path.split('/')[2] ?? '');
  app.get('/api/docs', (_req, res) => {
    const tables = [...groups].map(
      ([name, all]) =>
        `<h2>${escapeHtml(name.replaceAll('-', ' '))}</h2><table><thead><tr><th>Request</th><th>What it does</th><th>Permission</th></tr></thead><tbody>${all.map(row).join('')}</tbody></table>`,
    );
    page(
      res,
      'Assay: the requests it answers',
      `<p>Every change is a command by POST; records are never replaced whole. The machine-readable form is <a href="/api/openapi.json">openapi.json</a>; failures are explained under <a href="/api/problems">problems</a>.</p>${tables.join('')}`,
    );
  });
  app.get('/api/problems', (_req, res) => {
    const rows = problemCodes
      .map(
        (code) =>
          `<tr id="${code}"><td><code>${code}</code></td><td>${problemTable[code].status}</td><td>${escapeHtml(problemTable[code].title)}</td></tr>`,
      )
      .join('');
    page(
      res,
      'Assay: problems',
      `<table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${rows}</tbody></table>`,
    );
  });
}
