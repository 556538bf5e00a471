import express, { type Express } from 'express';
import { recordListExport } from './audit/list-export.ts';
import { makeIdentity } from './identity.ts';
import { takeJsonBodies } from './platform/http/body.ts';
import { serveDocumentation } from './platform/http/documentation.ts';
import { type Readiness, serveHealth } from './platform/http/health.ts';
import { mountRoutes } from './platform/http/mount.ts';
import { secureHeaders, servePages } from './platform/http/pages.ts';
import { refuseOtherPages, refuseTheRest } from './platform/http/records.ts';
import { sendProblem } from './platform/http/reply.ts';
import { newId } from './platform/ids.ts';
import type { Services } from './platform/services.ts';
import { roomRoutes } from './rooms.ts';

/** The web side of one process: headers, health, every room's routes, documentation, pages. */
export function buildApp(services: Services, dist: string, readiness: Readiness): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', services.config.trustProxy.length > 0 ? services.config.trustProxy : false);
  app.locals.publicUrl = services.config.publicUrl;
  serveHealth(app, services.db, readiness);
  app.use((_req, res, next) => {
    res.locals.requestId = newId();
    res.setHeader('X-Request-Id', res.locals.requestId);
    if (readiness.draining) res.setHeader('Connection', 'close');
    next();
  });
  secureHeaders(app, services.config.publicUrl.startsWith('https:'));
  app.use(takeJsonBodies());
  mountRoutes(app, roomRoutes, services, makeIdentity(services), recordListExport);
  serveDocumentation(app, roomRoutes, services.config.publicUrl);
  refuseTheRest(app, roomRoutes);
  servePages(app, dist);
  refuseOtherPages(app);
  app.use(((error, req, res, _next) => sendProblem(req, res, error)) as express.ErrorRequestHandler);
  return app;
}
