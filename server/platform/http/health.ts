import type { Express } from 'express';
import type { Knex } from 'knex';

export interface Readiness {
  draining: boolean;
}

/** Liveness never asks the database; readiness does, briefly, and is refused while draining. */
export function serveHealth(app: Express, db: Knex, state: Readiness): void {
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  app.get('/readyz', async (_req, res) => {
    if (state.draining) return void res.status(503).json({ status: 'draining' });
    try {
      await db.raw('select 1').timeout(1_500);
      res.json({ status: 'ready' });
    } catch {
      res.status(503).set('Retry-After', '2').json({ status: 'database_unavailable' });
    }
  });
}
