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

/** Zod issues as field errors by JSON pointer. Unknown fields are named one by one. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const pointer = (path: readonly PropertyKey[]) =>
    path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return error.issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), code: 'unknown_field' }));
    if (issue.code === 'custom')
      return [{ pointer: pointer(issue.path), code: String(issue.params?.code ?? 'invalid') }];
    if (issue.code === 'too_big')
      return [{ pointer: pointer(issue.path), code: 'too_long', params: { max: Number(issue.maximum) } }];
    if (issue.code === 'too_small')
      return [{ pointer: pointer(issue.path), code: 'too_short', params: { min: Number(issue.minimum) } }];
    if (issue.code === 'invalid_type' && issue.input === undefined)
      return [{ pointer: pointer(issue.path), code: 'missing' }];
    return [{ pointer: pointer(issue.path), code: issue.code === 'invalid_type' ? 'wrong_type' : 'invalid' }];
  });
}
