import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Services } from '../services.ts';
import { readInput } from './body.ts';
import { type RateRule, type Route, raw } from './route.ts';

export interface DirectCall<B> {
  services: Services;
  actor: Actor;
  body: B;
  req: Request;
  res: Response;
  requestId: string;
}

/**
 * A JSON route that opens its transactions itself: for commands with slow work that must hold no connection (hashing a
 * password) or that may set a cookie only once their change is committed.
 */
export function direct<B extends z.ZodType = z.ZodUndefined, R extends z.ZodType = z.ZodType>(route: {
  method: 'GET' | 'POST';
  path: `/api/${string}`;
  permission: string;
  summary: string;
  rate?: RateRule;
  body?: B;
  reply: R;
  handle: (call: DirectCall<z.output<B>>) => Promise<z.input<R>>;
}): Route {
  const { method, path, permission, summary, rate, body, reply } = route;
  return raw({
    method,
    path,
    permission,
    summary,
    ...(rate ? { rate } : {}),
    ...(body ? { body } : {}),
    reply,
    returns: 'Done',
    handle: async ({ services, actor, req, res }) => {
      const requestId = String(res.locals.requestId);
      const input = readInput(body, req);
      const result = await route.handle({ services, actor, req, res, requestId, body: input as z.output<B> });
      res.type('application/json').send(JSON.stringify(reply.parse(result)));
    },
  });
}
