import type { Request, Response } from 'express';
import type { z } from 'zod';
import { type FieldError, Problem } from '../../kernel/problem.ts';
import { databaseProblem } from '../db/failures.ts';
import { log } from '../log.ts';
import { problemTable } from '../problems.ts';

/** Any error as the problem to answer with; what nobody expected is logged whole and answered as `internal`. */
export function asProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  const known = databaseProblem(error, false);
  if (known) return known;
  const status = (error as { status?: number; type?: string })?.status;
  const type = (error as { type?: string })?.type;
  if (type === 'entity.too.large' || status === 413) return new Problem('too_large');
  if (status === 400) return new Problem('malformed_request', { reason: 'request' });
  if (status === 403 || status === 404) return new Problem('not_found');
  if (status === 405) return new Problem('method_not_allowed');
  if (status === 415) return new Problem('unsupported_media_type');
  log.error('unexpected error', { request_id: requestId, error });
  return new Problem('internal');
}

/** Sends RFC 9457 problem+json. */
export function sendProblem(req: Request, res: Response, error: unknown): void {
  const requestId = String(res.locals.requestId ?? '');
  const problem = asProblem(error, requestId);
  const { status, title } = problemTable[problem.code];
  if (res.headersSent) {
    res.destroy();
    return;
  }
  // what is still to come of it is not waited for
  if (status === 408) res.setHeader('Connection', 'close');
  if (status === 503) res.setHeader('Retry-After', '2');
  if (problem.code === 'too_many_requests')
    res.setHeader('Retry-After', String(problem.params.seconds ?? 60));
  res.status(status).type('application/problem+json');
  res.send(
    JSON.stringify({
      type: `${req.app.locals.publicUrl ?? ''}/api/problems#${problem.code}`,
      title,
      status,
      code: problem.code,
      params: problem.params,
      ...(problem.fields.length > 0 ? { errors: problem.fields } : {}),
      ...problem.extra,
      request_id: requestId,
    }),
  );
}

type Issue = z.ZodError['issues'][number];

const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What was given there; an issue does not keep it. */
const given = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (part, name) => (part as Record<PropertyKey, unknown> | null | undefined)?.[name],
    value,
  );

/** Texts and lists are long or short; numbers and dates are large or small. */
const measured = (issue: { origin: string }, size: 'long' | 'short') => {
  if (['string', 'array', 'set', 'map', 'file'].includes(issue.origin)) return `too_${size}`;
  return size === 'long' ? 'too_large' : 'too_small';
};

function oneError(issue: Issue, value: unknown): FieldError {
  const at = pointer(issue.path);
  if (issue.code === 'custom') return { pointer: at, code: String(issue.params?.code ?? 'invalid') };
  if (issue.code === 'too_big')
    return { pointer: at, code: measured(issue, 'long'), params: { max: Number(issue.maximum) } };
  if (issue.code === 'too_small')
    return { pointer: at, code: measured(issue, 'short'), params: { min: Number(issue.minimum) } };
  if (given(value, issue.path) === undefined) return { pointer: at, code: 'missing' };
  return { pointer: at, code: issue.code === 'invalid_type' ? 'wrong_type' : 'invalid' };
}

/**
 * Zod issues as field errors by JSON pointer; unknown fields are named one by one. `value` is what was checked: it tells a
 * field that is not there from one of the wrong kind.
 */
export function fieldErrors(error: z.ZodError, value: unknown): FieldError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), code: 'unknown_field' }))
      : [oneError(issue, value)],
  );
}
