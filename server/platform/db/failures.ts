import { Problem } from '../../kernel/problem.ts';

interface PgError extends Error {
  code?: string;
  constraint?: string;
}

const retryable = new Set(['40001', '40P01', '55P03']);
const outOfReach = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
  '53100',
  '57014',
]);

/** True where running the whole transaction again may succeed: deadlock, serialization, lock time-out. */
export const isRetryable = (error: unknown): boolean => retryable.has((error as PgError)?.code ?? '');

/** True for a violated unique constraint of that name. */
export const violates = (error: unknown, constraint: string): boolean =>
  (error as PgError)?.code === '23505' && (error as PgError).constraint === constraint;

/**
 * A database error as the problem to answer with, or undefined where it is none of ours.
 * Without an SQLSTATE after COMMIT was sent, nobody knows whether it took effect: never success, never plain failure.
 */
export function databaseProblem(error: unknown, committing: boolean): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, name, message } = error as PgError;
  if (committing && (code === undefined || outOfReach.has(code))) return new Problem('unknown_outcome');
  if (isRetryable(error)) return new Problem('conflict');
  if (code !== undefined && outOfReach.has(code)) return new Problem('unavailable');
  if (name === 'KnexTimeoutError' || name === 'TimeoutError') return new Problem('unavailable');
  if (
    /Connection terminated|connection timeout|Client has encountered|Connection ended|socket/i.test(message)
  )
    return new Problem('unavailable');
  if (code === '22021' || code === '22P05') return new Problem('malformed_request', { reason: 'text' });
  return undefined;
}
