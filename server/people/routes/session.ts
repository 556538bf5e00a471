import type { Actor } from '../../kernel/actor.ts';
import type { Route } from '../../platform/http/route.ts';

/** The routes of a session. */
export const sessionRoutes = (_grantsOf: (actor: Actor | null) => Record<string, string>): Route[] => [];
