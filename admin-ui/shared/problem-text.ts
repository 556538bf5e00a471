import { ApiProblem, type ProblemBody } from './api.ts';
import type { Translate } from './text.tsx';

/** Any thrown value as a problem that can be worded. */
export function problemOf(error: unknown): ProblemBody {
  if (error instanceof ApiProblem) return error.body;
  const body = (error as { body?: ProblemBody } | null)?.body;
  if (typeof body?.code === 'string') return body;
  return { code: 'internal', params: {}, status: 500 };
}

/** What happened and what to do, in the reader's language. */
export function problemText(t: Translate, error: unknown): string {
  const problem = problemOf(error);
  const unheld = problem.code === 'not_holder' && problem.params.take_over === false;
  const own = `problem.${unheld ? 'nobody_holds' : problem.code}`;
  const text = t(own, { ...problem.params, _: '' });
  return text === '' || text === own ? t('problem.internal') : text;
}

/** A wrong field in words: `code` of the field error, with its numbers. */
export function fieldText(t: Translate, code: string, params: Record<string, unknown> = {}): string {
  const key = `field.${code}`;
  const text = t(key, { ...params, _: '' });
  return text === '' || text === key ? t('field.invalid') : text;
}
