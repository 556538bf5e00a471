import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { ListQuery, ListResult } from '../lists.ts';
import type { Services } from '../services.ts';
import type { Uow } from '../uow.ts';

/** `own` limits reads and commands to the actor's own records; the room's row predicate says which these are. */
export type Grant = 'none' | 'own' | 'all';

type Schema = z.ZodType;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export interface RateRule {
  name: string;
  per: 'address' | 'actor';
  max: number;
  windowSeconds: number;
}

interface Common<P extends Schema | undefined, Q extends Schema | undefined> {
  method: 'GET' | 'POST';
  path: `/api/${string}`;
  summary: string;
  /** A row of the permission matrix (access/matrix.ts). */
  permission: string;
  params?: P;
  query?: Q;
  rate?: RateRule;
}

export interface CommandInput<P, Q, B> {
  uow: Uow;
  services: Services;
  actor: Actor;
  grant: Grant;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  /** The version the person decided on, from If-Match; only where the route is `versioned`. */
  ifMatch: number;
  /** Sets or clears the actor's cookies; the only way a command touches the response. */
  http: { req: Request; res: Response };
}

export interface ReadInput<P, Q> {
  db: Knex;
  services: Services;
  actor: Actor;
  grant: Grant;
  params: Parsed<P>;
  query: Parsed<Q>;
}

export interface CommandRoute<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  R extends Schema,
> extends Common<P, Q> {
  kind: 'command';
  method: 'POST';
  body?: B;
  reply: R;
  status?: number;
  /** Human decisions carry If-Match: 428 without it, 412 with the newer state (`current`). */
  versioned?: boolean;
  current?: (input: ReadInput<P, Q>) => Promise<unknown>;
  idempotency?: 'required' | 'accepted';
  /** Members of the reply that are shown once and never kept with the key: secrets. */
  withhold?: readonly string[];
  handle: (input: CommandInput<P, Q, B>) => Promise<z.input<R>>;
}

export interface ReadRoute<P extends Schema | undefined, Q extends Schema | undefined, R extends Schema>
  extends Common<P, Q> {
  kind: 'read';
  method: 'GET';
  reply: R;
  handle: (input: ReadInput<P, Q>) => Promise<z.input<R>>;
}

export interface ListRoute<F extends Schema, R extends Schema> extends Common<undefined, undefined> {
  kind: 'list';
  method: 'GET';
  resource: string;
  filter: F;
  sort: readonly [string, ...string[]];
  reply: R;
  handle: (
    input: ReadInput<undefined, undefined> & { list: ListQuery<z.output<F>> },
  ) => Promise<ListResult<z.input<R>>>;
}

/** For bodies and replies that are not JSON: uploads, downloads, the live stream. */
export interface RawRoute<P extends Schema | undefined, Q extends Schema | undefined> extends Common<P, Q> {
  kind: 'raw';
  accepts?: string;
  returns: string;
  /** For the documentation, where the handler reads and writes JSON itself. */
  body?: Schema;
  reply?: Schema;
  handle: (input: ReadInput<P, Q> & { req: Request; res: Response }) => Promise<void>;
}

// The table holds routes of many shapes; each was checked where it was written.
export type Route =
  | CommandRoute<Schema | undefined, Schema | undefined, Schema | undefined, Schema>
  | ReadRoute<Schema | undefined, Schema | undefined, Schema>
  | ListRoute<Schema, Schema>
  | RawRoute<Schema | undefined, Schema | undefined>;

const erase = (route: unknown): Route => route as Route;

/** A write: POST, in one transaction with its event, its jobs and its idempotency record. */
export function command<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  R extends Schema = Schema,
>(route: Omit<CommandRoute<P, Q, B, R>, 'kind' | 'method'>): Route {
  return erase({ kind: 'command', method: 'POST', ...route });
}

/** One record or figure, read only. */
export function read<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  R extends Schema = Schema,
>(route: Omit<ReadRoute<P, Q, R>, 'kind' | 'method'>): Route {
  return erase({ kind: 'read', method: 'GET', ...route });
}

/** A resource in the dialect of ra-data-simple-rest: sort, range, filter, Content-Range. */
export function list<F extends Schema, R extends Schema>(
  route: Omit<ListRoute<F, R>, 'kind' | 'method'>,
): Route {
  return erase({ kind: 'list', method: 'GET', ...route });
}

export function raw<P extends Schema | undefined = undefined, Q extends Schema | undefined = undefined>(
  route: Omit<RawRoute<P, Q>, 'kind'>,
): Route {
  return erase({ kind: 'raw', ...route });
}
