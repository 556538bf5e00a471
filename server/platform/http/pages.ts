import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';
import helmet from 'helmet';

/** Security headers of every reply; scripts only from ourselves, styles by a nonce that the page hands to Emotion. */
export function secureHeaders(app: Express, https: boolean): void {
  app.use((_req: Request, res: Response, next) => {
    res.locals.nonce = randomBytes(16).toString('base64');
    next();
  });
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'"],
          'style-src': ["'self'", (_req, res) => `'nonce-${(res as Response).locals.nonce}'`],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'connect-src': ["'self'"],
          'frame-src': ["'self'"],
          'manifest-src': ["'self'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      crossOriginEmbedderPolicy: false,
    }),
  );
}

/** Serves the built console at / and the portal at /portal/, each page with the nonce of its reply. */
export function servePages(app: Express, dist: string): void {
  if (!existsSync(join(dist, 'index.html'))) {
    app.get('/', (_req, res) => {
      res.status(503).type('text/plain').send('The console is not built yet. Start with: npm start\n');
    });
    return;
  }
  app.use(
    '/assets',
    express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  const page = (file: string) => {
    const html = readFileSync(join(dist, file), 'utf8');
    return (_req: Request, res: Response) => {
      res.setHeader('Cache-Control', 'no-store');
      res.type('html').send(html.replaceAll('__CSP_NONCE__', String(res.locals.nonce)));
    };
  };
  // before the files: they would give the page without its nonce
  app.get(['/', '/index.html'], page('index.html'));
  if (existsSync(join(dist, 'portal/index.html'))) app.get(/^\/portal(\/.*)?$/, page('portal/index.html'));
  app.use(express.static(dist, { index: false, redirect: false, maxAge: '1h' }));
}
