import type { Request } from 'express';
import { Problem } from '../../kernel/problem.ts';
import type { Caller } from './identity.ts';

/**
 * Refuses writes that a foreign page could have caused (trust 35): the browser's own word (Sec-Fetch-Site), else the
 * Origin, must be ours; and where a cookie identified the caller, the session's anti-forgery token must come along.
 */
export function refuseCrossSite(req: Request, caller: Caller, publicOrigin: string): void {
  const site = req.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross_site');
  const origin = req.get('origin');
  if (origin !== undefined && origin !== publicOrigin && origin !== `${req.protocol}://${req.get('host')}`)
    throw new Problem('cross_site');
  if (caller.byCookie && !caller.csrfHolds(req.get('x-csrf-token') ?? '')) throw new Problem('cross_site');
}

/** The version a person decided on. Throws `precondition_required` without a usable If-Match. */
export function readIfMatch(req: Request): number {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(req.get('if-match') ?? '');
  if (!match) throw new Problem('precondition_required');
  return Number(match[1]);
}
