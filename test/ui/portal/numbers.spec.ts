import { describe, expect, it } from 'vitest';
import { minorOf, minorText, numberOf } from '../../../admin-ui/portal/fields/numbers.ts';

describe('money is typed in major units and kept as integer minor units', () => {
  it.each([
    ['150', 'en-GB', 15_000],
    ['1,875.50', 'en-GB', 187_550],
    ['1,875', 'en-GB', 187_500],
    ['£ 1 875.5', 'en-GB', 187_550],
    ['12,50', 'en-GB', 1_250],
    ['0.1', 'en-GB', 10],
    ['1.875,50', 'de-DE', 187_550],
    ['1.875', 'de-DE', 187_500],
    ['12.50', 'de-DE', 1_250],
    ['1,5 €', 'de-DE', 150],
    ["1'875.50", 'de-CH', 187_550],
    ['1,234,567.89', 'en-GB', 123_456_789],
  ])('reads %s (%s) as %i', (text, locale, minor) => {
    expect(minorOf(text, locale)).toBe(minor);
  });

  it.each([
    ['1.875', 'en-GB'],
    ['1,875', 'de-DE'],
    ['about 30', 'en-GB'],
    ['30-40', 'en-GB'],
    ['1,87,5', 'en-GB'],
    ['-5', 'en-GB'],
    ['', 'en-GB'],
    ['99999999999999999999', 'en-GB'],
  ])('does not guess what %s (%s) might mean', (text, locale) => {
    expect(minorOf(text, locale)).toBeNull();
  });

  it('writes back what it read, in the habits of the reader', () => {
    expect(minorText(187_550, 'en-GB')).toBe('1,875.50');
    expect(minorText(187_550, 'de-DE')).toBe('1.875,50');
    expect(minorText(15_000, 'en-GB')).toBe('150');
    for (const minor of [1, 10, 99, 100, 12_345, 99_999_999])
      for (const locale of ['en-GB', 'de-DE']) expect(minorOf(minorText(minor, locale), locale)).toBe(minor);
  });

  it('reads rates and counts the same way', () => {
    expect(numberOf('12.5', 'en-GB', 2)).toBe(12.5);
    expect(numberOf('12,5 %', 'de-DE', 2)).toBe(12.5);
    expect(numberOf('1,200', 'en-GB', 0)).toBe(1200);
    expect(numberOf('2.5', 'en-GB', 0)).toBeNull();
  });
});
