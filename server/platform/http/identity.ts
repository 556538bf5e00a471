import type { Request } from 'express';
import type { Actor } from '../../kernel/actor.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Grant } from './route.ts';

/** Who is asking, as found in cookies or headers. */
export interface Caller {
  /** Null for an anonymous caller. */
  actor: Actor | null;
  /** A session whose second factor is still to come is nobody yet, but the reply should say so (trust 36). */
  pending?: boolean;
  /** True where a cookie identified the caller, so that a cross-site request could carry it. */
  byCookie: boolean;
  /** Whether the given anti-forgery token belongs to this session. */
  csrfHolds: (token: string) => boolean;
}

/** Handed in by app.ts, so that platform knows neither sessions nor the matrix. */
export interface Identity {
  identify(req: Request, permission: string): Promise<Caller>;
  may(actor: Actor | null, permission: string): Grant;
  /** Hears of every problem a route answered with, to write down those that matter; must neither wait nor throw. */
  refused?(refused: Refused): void;
}

export interface Refused {
  actor: Actor | null;
  /** The client's address as it is counted. */
  address: string;
  requestId: string;
  /** The route's pattern, without anybody's ids. */
  path: string;
  problem: Problem;
}

export const anonymous: Actor = { kind: 'system', id: null, name: 'anonymous' };

/** The owner under which idempotency keys and per-actor rates are kept. */
export function ownerOf(actor: Actor | null, address: string): string {
  return actor?.id ? `${actor.kind}:${actor.id}` : `address:${address}`;
}
