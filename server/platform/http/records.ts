import type { Express, Request, Response } from 'express';
import { Problem } from '../../kernel/problem.ts';
import { sendProblem } from './reply.ts';
import type { Route } from './route.ts';

const pattern = (path: string) => new RegExp(`^${path.replace(/:[a-z_]+/g, '[^/]+')}$`);

/** Whatever no route answers: 405 naming the commands where the record exists as a path, else 404 (trust 16). */
export function refuseTheRest(app: Express, routes: readonly Route[]): void {
  const table = routes.map((route) => ({ route, matches: pattern(route.path) }));
  app.all('/api/*rest', (req: Request, res: Response) => {
    const hit = table.filter(({ matches }) => matches.test(req.path));
    // a record that is read only in its list has commands all the same
    const below = table.filter(({ route }) => pattern(route.path.replace(/\/[a-z-]+$/, '')).test(req.path));
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (hit.length === 0 && (reads || below.length === 0))
      return sendProblem(req, res, new Problem('not_found'));
    const commands = table
      .filter(
        ({ route }) =>
          route.kind === 'command' && [...hit, ...below].some((one) => route.path.startsWith(one.route.path)),
      )
      .map(({ route }) => `POST ${route.path}`);
    res.setHeader('Allow', [...new Set(hit.map(({ route }) => route.method))].join(', '));
    sendProblem(req, res, new Problem('method_not_allowed', { commands }));
  });
}

/** Outside /api there are pages to read and nothing else: 405 for what is no reading, 404 for a page that is not there. */
export function refuseOtherPages(app: Express): void {
  app.use((req: Request, res: Response) => {
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (!reads) res.setHeader('Allow', 'GET, HEAD');
    sendProblem(req, res, new Problem(reads ? 'not_found' : 'method_not_allowed'));
  });
}
