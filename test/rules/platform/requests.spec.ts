import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Problem } from '../../../server/kernel/problem.ts';
import { parseBody } from '../../../server/platform/http/json.ts';
import { addressKey } from '../../../server/platform/http/rate.ts';
import { contentRange, parseList } from '../../../server/platform/lists.ts';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'fine';
};

describe('trust 26: a body is read strictly', () => {
  it.each([
    ['a repeated key', '{"a":1,"a":2}'],
    ['a repeated key below', '{"x":{"a":1,"b":2,"a":3}}'],
    ['a repeated key written differently', '{"a":1,"\\u0061":2}'],
    ['__proto__', '{"__proto__":{"admin":true}}'],
    ['constructor', '{"x":[{"constructor":1}]}'],
    ['NUL', '{"a":"x\\u0000y"}'],
    ['a lone surrogate', '{"a":"\\ud800"}'],
    ['a lone surrogate as key', '{"\\udc00":1}'],
    ['something that is not JSON', '{a:1}'],
    ['nesting without end', `${'['.repeat(60)}${']'.repeat(60)}`],
  ])('refuses %s', (_, text) => {
    expect(codeOf(() => parseBody(text))).toBe('malformed_request');
  });

  it('takes any well-formed JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        if (/__proto__|constructor|prototype|\\u0000/.test(text)) return;
        expect(parseBody(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps equal keys of different objects apart', () => {
    expect(parseBody('{"a":{"b":1},"c":[{"b":2},{"b":3}],"b":"\\"a\\":1"}')).toEqual({
      a: { b: 1 },
      c: [{ b: 2 }, { b: 3 }],
      b: '"a":1',
    });
  });
});

describe('trust 23, 24: lists are asked by closed names only', () => {
  const allowed = {
    filter: z.strictObject({ state: z.enum(['open', 'done']).optional() }),
    sort: ['due_at', 'state'] as [string, ...string[]],
  };
  const ask = (query: Record<string, unknown>) => codeOf(() => parseList(query, allowed));

  it.each([
    ['a filter on a hidden column', { filter: '{"password_hash":"x"}' }, 'filter_not_allowed'],
    ['a nested filter', { filter: '{"state":{"$ne":1}}' }, 'filter_not_allowed'],
    ['an array for a scalar', { filter: '{"state":["open"]}' }, 'filter_not_allowed'],
    ['a sort by a hidden column', { sort: '["secret","ASC"]' }, 'filter_not_allowed'],
    ['a sort direction that is SQL', { sort: '["due_at","ASC; drop table x"]' }, 'malformed_request'],
    ['a page of a thousand million', { range: '[0,1000000000]' }, 'malformed_request'],
    ['a negative range', { range: '[-5,10]' }, 'malformed_request'],
    ['a backward range', { range: '[20,10]' }, 'malformed_request'],
    ['a page deeper than 10,000', { range: '[10000,10024]' }, 'too_deep'],
    ['an unknown parameter', { include: '["x"]' }, 'filter_not_allowed'],
    [
      '100,000 ids',
      { filter: JSON.stringify({ id: Array.from({ length: 100_000 }, () => crypto.randomUUID()) }) },
      'malformed_request',
    ],
    ['ids that are no ids', { filter: '{"id":["1 or 1=1"]}' }, 'malformed_request'],
    ['text that is not JSON', { filter: '{state:open}' }, 'malformed_request'],
  ])('refuses %s', (_, query, code) => {
    expect(ask(query)).toBe(code);
  });

  it('reads sort, range and filter as the dialect writes them', () => {
    expect(
      parseList({ sort: '["state","DESC"]', range: '[25,49]', filter: '{"state":"open"}' }, allowed),
    ).toEqual({
      filter: { state: 'open' },
      sort: { field: 'state', order: 'desc' },
      offset: 25,
      limit: 25,
    });
  });

  it('gives the last page up to 10,000 and says ranges as the dialect wants', () => {
    expect(parseList({ range: '[9990,10100]' }, allowed).limit).toBe(10);
    expect(contentRange(0, 25, 10_001)).toBe('items 0-24/10001');
    expect(contentRange(0, 0, 0)).toBe('items 0-0/0');
  });
});

describe('trust 31: an address is counted so that rotating it gains nothing', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:12:3456::1', '2001:db8:12:3400::/56'],
    ['2001:db8:12:34ff:ffff::9', '2001:db8:12:3400::/56'],
    ['2001:db8:12:3500::1', '2001:db8:12:3500::/56'],
    ['::1', '0:0:0:0::/56'],
  ])('%s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
