import { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import { parseBody } from './http/json.ts';

export const pageMax = 200;
export const depthMax = 10_000;

export interface ListQuery<F> {
  filter: F;
  sort: { field: string; order: 'asc' | 'desc' };
  offset: number;
  limit: number;
  /** Present for getMany: the rows of exactly these ids. */
  ids?: string[];
}

/** `total` is exact to 10,000; 10,001 means there are more. */
export interface ListResult<R> {
  rows: R[];
  total: number;
}

const rangeSchema = z.tuple([z.int().min(0), z.int().min(0)]);
const idsSchema = z.array(z.uuid()).min(1).max(pageMax);

function parse(text: unknown, name: string): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw new Problem('malformed_request', { reason: name });
  try {
    return parseBody(text);
  } catch {
    throw new Problem('malformed_request', { reason: name });
  }
}

/**
 * Reads `sort=["field","ASC"]`, `range=[0,24]`, `filter={...}` against the closed names of a resource (trust 23, 24).
 * Throws `filter_not_allowed`, `too_deep` or `malformed_request`.
 */
export function parseList<F>(
  query: Record<string, unknown>,
  allowed: { filter: z.ZodType<F>; sort: readonly [string, ...string[]] },
): ListQuery<F> {
  for (const name of Object.keys(query))
    if (!['sort', 'range', 'filter'].includes(name)) throw new Problem('filter_not_allowed', { name });

  const sort = parse(query.sort, 'sort') ?? [allowed.sort[0], 'ASC'];
  if (!Array.isArray(sort) || sort.length !== 2) throw new Problem('malformed_request', { reason: 'sort' });
  const [field, order] = sort;
  const name = field === 'id' ? allowed.sort[0] : field;
  if (typeof name !== 'string' || !allowed.sort.includes(name))
    throw new Problem('filter_not_allowed', { name: 'sort' });
  if (order !== 'ASC' && order !== 'DESC') throw new Problem('malformed_request', { reason: 'sort' });

  const range = rangeSchema.safeParse(parse(query.range, 'range') ?? [0, 24]);
  if (!range.success || range.data[1] < range.data[0])
    throw new Problem('malformed_request', { reason: 'range' });
  const [from, to] = range.data;
  if (to - from + 1 > pageMax) throw new Problem('malformed_request', { reason: 'range', max: pageMax });
  if (from >= depthMax) throw new Problem('too_deep', { max: depthMax });

  const typed = parse(query.filter, 'filter') ?? {};
  if (typeof typed !== 'object' || typed === null || Array.isArray(typed))
    throw new Problem('malformed_request', { reason: 'filter' });
  const { id, ...rest } = typed as Record<string, unknown>;
  let ids: string[] | undefined;
  if (id !== undefined) {
    const wanted = idsSchema.safeParse(Array.isArray(id) ? id : [id]);
    if (!wanted.success) throw new Problem('malformed_request', { reason: 'filter', max: pageMax });
    ids = wanted.data;
  }
  const filter = allowed.filter.safeParse(rest);
  if (!filter.success)
    throw new Problem('filter_not_allowed', { name: String(filter.error.issues[0]?.path[0] ?? 'filter') });
  return {
    filter: filter.data,
    sort: { field: name, order: order === 'ASC' ? 'asc' : 'desc' },
    offset: from,
    limit: Math.min(to - from + 1, depthMax - from),
    ...(ids ? { ids } : {}),
  };
}

/**
 * What a person typed as a pattern for `ilike` over names: any part of them, or their beginning where it is shorter than the
 * three letters an index of parts needs.
 */
export function namePattern(typed: string): string {
  const plain = typed.trim().replace(/[\\%_]/g, '\\$&');
  return typed.trim().length < 3 ? `${plain}%` : `%${plain}%`;
}

/** "items 0-24/319"; an empty page is said with its offset, as the dialect wants. */
export function contentRange(offset: number, rows: number, total: number): string {
  return `items ${offset}-${Math.max(offset, offset + rows - 1)}/${total}`;
}
