import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from '../../../server/platform/http/reply.ts';

const schema = z.strictObject({
  name: z.string().min(2).max(5),
  kind: z.enum(['a', 'b']),
  count: z.int().min(1).max(9),
  tags: z.array(z.string()).min(1).max(2),
  id: z.uuid(),
  agreed: z.literal(true),
  choice: z.union([z.string(), z.number()]),
  below: z.strictObject({ text: z.string() }),
});
const sound = {
  name: 'Anna',
  kind: 'a',
  count: 3,
  tags: ['x'],
  id: '0190a3c4-0000-7000-8000-000000000000',
  agreed: true,
  choice: 1,
  below: { text: 'x' },
};

const errorsOf = (change: object) => {
  const value = { ...sound, ...change };
  const result = schema.safeParse(value);
  return result.success ? [] : fieldErrors(result.error, value);
};

describe('what is wrong with a field is said as it is', () => {
  it('finds nothing wrong with a sound body', () => expect(errorsOf({})).toEqual([]));

  it.each(Object.keys(sound))('%s left out is missing', (name) => {
    expect(errorsOf({ [name]: undefined })).toEqual([{ pointer: `/${name}`, code: 'missing' }]);
  });

  it.each([
    ['a number for a text', { name: 7 }, '/name', 'wrong_type', undefined],
    ['null for a text', { name: null }, '/name', 'wrong_type', undefined],
    ['a text for a number', { count: '3' }, '/count', 'wrong_type', undefined],
    ['a fraction for a whole number', { count: 1.5 }, '/count', 'wrong_type', undefined],
    ['a text for a list', { tags: 'x' }, '/tags', 'wrong_type', undefined],
    ['a number in a list of texts', { tags: [7] }, '/tags/0', 'wrong_type', undefined],
    ['a list for an object', { below: [] }, '/below', 'wrong_type', undefined],
    ['nothing in a part', { below: {} }, '/below/text', 'missing', undefined],
    ['a choice that is none', { kind: 'c' }, '/kind', 'invalid', undefined],
    ['a tick that is not set', { agreed: false }, '/agreed', 'invalid', undefined],
    ['an id that is none', { id: 'x' }, '/id', 'invalid', undefined],
    ['a text too long', { name: 'Annabel' }, '/name', 'too_long', { max: 5 }],
    ['a text too short', { name: 'A' }, '/name', 'too_short', { min: 2 }],
    ['a list too long', { tags: ['x', 'y', 'z'] }, '/tags', 'too_long', { max: 2 }],
    ['a list too short', { tags: [] }, '/tags', 'too_short', { min: 1 }],
    ['a number too large', { count: 10 }, '/count', 'too_large', { max: 9 }],
    ['a number too small', { count: 0 }, '/count', 'too_small', { min: 1 }],
    ['a member nobody knows', { 'x/y': 1 }, '/x~1y', 'unknown_field', undefined],
  ])('%s', (_, change, pointer, code, params) => {
    expect(errorsOf(change)).toEqual([{ pointer, code, ...(params ? { params } : {}) }]);
  });
});
