import type { ProblemBody } from '../../shared/api.ts';
import { problemText } from '../../shared/problem-text.ts';
import type { Translate } from '../../shared/text.tsx';

/** Why a rule book cannot be moved on, in words: the reason where the catalogue has one, else the problem. */
export function wordBookProblem(t: Translate, problem: ProblemBody): string {
  const key = `rule_book.reason.${problem.params.reason ?? problem.code}`;
  const own = t(key, { _: '' });
  return own === '' || own === key ? problemText(t, { body: problem }) : own;
}
