import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problem.ts';
import { contentRange, parseList } from '../lists.ts';
import type { Services } from '../services.ts';
import { readInput } from './body.ts';
import { readIfMatch, refuseCrossSite } from './guard.ts';
import { idempotencyKey, keepReply, takeKey } from './idempotency.ts';
import { anonymous, type Identity, ownerOf } from './identity.ts';
import { type NoteExport, sendListAsCsv, wantsCsv } from './list-csv.ts';
import { addressKey, countHit } from './rate.ts';
import { fieldErrors, sendProblem } from './reply.ts';
import type { CommandRoute, Grant, Route } from './route.ts';

type AnyCommand = Extract<Route, { kind: 'command' }>;

interface Call {
  req: Request;
  res: Response;
  route: Route;
  services: Services;
  caller: Awaited<ReturnType<Identity['identify']>>;
  grant: Grant;
  params: unknown;
  query: unknown;
  noteExport: NoteExport;
}

function parsed(
  schema: z.ZodType | undefined,
  value: unknown,
  wrong: (error: z.ZodError) => Problem,
): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw wrong(result.error);
  return result.data;
}

/** Percent signs that do not make UTF-8 would be read as something nobody sent. */
function refuseBrokenQuery(req: Request): void {
  const [, query = ''] = req.originalUrl.split('?', 2);
  try {
    decodeURIComponent(query);
  } catch {
    throw new Problem('malformed_request', { reason: 'query' });
  }
}

async function runCommand(call: Call, route: AnyCommand): Promise<void> {
  const { req, res, services, caller, grant } = call;
  const ifMatch = route.versioned ? readIfMatch(req) : 0;
  const body = readInput(route.body, req);
  // Elsewhere the header is not offered: replies there may hold secrets that are shown once and must not be kept.
  const given = route.idempotency ? req.get('idempotency-key') : undefined;
  if (route.idempotency === 'required' && given === undefined) throw new Problem('key_required');
  const owner = ownerOf(caller.actor, addressKey(req.ip ?? ''));
  const key = given === undefined ? undefined : idempotencyKey(owner, given, req.method, req.path, body);
  const actor = caller.actor ?? anonymous;
  const shared = { services, actor, grant, params: call.params as undefined, query: call.query as undefined };
  try {
    const answer = await services.run({ actor, requestId: res.locals.requestId }, async (uow) => {
      const earlier = key && (await takeKey(uow.trx, key));
      if (earlier) return earlier;
      const result = await route.handle({
        ...shared,
        uow,
        body: body as undefined,
        ifMatch,
        http: { req, res },
      });
      const reply = { status: route.status ?? 200, reply: route.reply.parse(result) as unknown };
      if (key) await keepReply(uow.trx, key, reply, route.withhold);
      return reply;
    });
    sendJson(res, answer.status, answer.reply);
  } catch (error) {
    if (
      error instanceof Problem &&
      error.code === 'stale_version' &&
      route.current &&
      !('current' in error.extra)
    )
      error.extra.current = await (
        route as CommandRoute<undefined, undefined, undefined, z.ZodType>
      ).current?.({
        ...shared,
        db: services.db,
      });
    throw error;
  }
}

function sendJson(res: Response, status: number, reply: unknown): void {
  const version = (reply as { version?: unknown } | null)?.version;
  if (typeof version === 'number') res.setHeader('ETag', `"${version}"`);
  res
    .status(status)
    .type('application/json')
    .send(JSON.stringify(reply ?? null));
}

async function answer(call: Call): Promise<void> {
  const { req, res, route, services, caller, grant } = call;
  if (route.kind === 'command') return runCommand(call, route);
  const input = {
    db: services.db,
    services,
    actor: caller.actor ?? anonymous,
    grant,
    params: call.params as undefined,
    query: call.query as undefined,
  };
  if (route.kind === 'raw') return route.handle({ ...input, req, res });
  if (route.kind === 'read') return sendJson(res, 200, route.reply.parse(await route.handle(input)));
  if (wantsCsv(req)) return sendListAsCsv({ ...input, req, res, route, note: call.noteExport });
  const list = parseList(req.query as Record<string, unknown>, route);
  const result = await route.handle({ ...input, list });
  res.setHeader('Content-Range', contentRange(list.offset, result.rows.length, result.total));
  sendJson(
    res,
    200,
    result.rows.map((row) => route.reply.parse(row)),
  );
}

/** Mounts the table of routes: who asks, may they, is it well-formed, was it seen; then the handler; then the reply cut to its schema. */
export function mountRoutes(
  app: Express,
  routes: readonly Route[],
  services: Services,
  identity: Identity,
  noteExport: NoteExport,
): void {
  const origin = services.config.publicUrl.replace(/\/$/, '');
  for (const route of routes) {
    const register = route.method === 'GET' ? app.get.bind(app) : app.post.bind(app);
    register(route.path, async (req: Request, res: Response) => {
      let actor: Actor | null = null;
      try {
        res.setHeader('Cache-Control', 'no-store');
        const caller = await identity.identify(req, route.permission);
        actor = caller.actor;
        const grant = identity.may(caller.actor, route.permission);
        if (grant === 'none') {
          if (caller.pending) throw new Problem('second_factor_required');
          throw new Problem(caller.actor ? 'forbidden' : 'not_signed_in');
        }
        if (route.method === 'POST') refuseCrossSite(req, caller, origin);
        if (route.rate) {
          const who =
            route.rate.per === 'address'
              ? addressKey(req.ip ?? '')
              : ownerOf(caller.actor, addressKey(req.ip ?? ''));
          await countHit(services.db, `${route.rate.name}:${who}`, route.rate.max, route.rate.windowSeconds);
        }
        refuseBrokenQuery(req);
        const params = parsed(route.params, req.params, () => new Problem('not_found'));
        const query = parsed(
          route.query,
          { ...req.query },
          (error) =>
            new Problem('malformed_request', { reason: 'query' }, { fields: fieldErrors(error, req.query) }),
        );
        await answer({ req, res, route, services, caller, grant, params, query, noteExport });
      } catch (error) {
        sendProblem(req, res, error);
        if (error instanceof Problem)
          identity.refused?.({
            actor,
            address: addressKey(req.ip ?? ''),
            requestId: String(res.locals.requestId),
            path: route.path,
            problem: error,
          });
      }
    });
  }
}
