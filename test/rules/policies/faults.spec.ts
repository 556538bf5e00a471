import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRubricBook } from '../../../seeds/policies/rubric.ts';
import { plausibilityFaults } from '../../../server/benchmarks/rules/plausibility-faults.ts';
import { plausibilityBookSchema } from '../../../server/benchmarks/schema/plausibility.ts';
import { patternFault, rubricFaults } from '../../../server/compliance/rules/rubric-faults.ts';
import { type RubricBook, rubricBookSchema } from '../../../server/compliance/schema/rubric.ts';
import { deadlineFaults } from '../../../server/queue/rules/deadline-faults.ts';
import { type Deadlines, deadlinesSchema } from '../../../server/queue/schema/deadlines.ts';

const seed = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../seeds/policies/${name}`, import.meta.url), 'utf8'));
const rubric = rubricBookSchema.parse(await loadRubricBook());
const plausibility = plausibilityBookSchema.parse(seed('plausibility-1.0.json'));
const deadlines = deadlinesSchema.parse(seed('deadlines-1.0.json'));

describe('the books in force', () => {
  it('contradict themselves nowhere', () => {
    expect(rubricFaults(rubric)).toEqual([]);
    expect(plausibilityFaults(plausibility)).toEqual([]);
    expect(deadlineFaults(deadlines)).toEqual([]);
  });
});

describe('a broken rubric', () => {
  const faults = (change: (book: RubricBook) => void) => {
    const book = structuredClone(rubric);
    change(book);
    return rubricFaults(book);
  };
  const cases: [string, (book: RubricBook) => void, { pointer: string; code: string }][] = [
    [
      'overlapping bands',
      (book) => {
        book.bands.review_min = book.bands.pass_min;
      },
      { pointer: '/bands/review_min', code: 'bands_overlap' },
    ],
    [
      'a band off the scale',
      (book) => {
        book.bands.pass_min = 101;
      },
      { pointer: '/bands/pass_min', code: 'outside_the_scale' },
    ],
    [
      'an unknown core criterion',
      (book) => book.core.push('nonsense'),
      { pointer: '/core/4', code: 'unknown_criterion' },
    ],
    [
      'a table for an unknown criterion',
      (book) => {
        book.verdicts.nonsense = {};
      },
      { pointer: '/verdicts/nonsense', code: 'unknown_criterion' },
    ],
    [
      'weights that sum to nothing',
      (book) => {
        book.criteria = book.criteria.filter(({ area }) => area === 'coherence');
      },
      { pointer: '/criteria', code: 'weights_sum_to_nothing' },
    ],
    [
      'credits out of order',
      (book) => {
        book.credits.partial = 1;
      },
      { pointer: '/credits/partial', code: 'credits_out_of_order' },
    ],
    [
      'a cue that matches everything',
      (book) => book.lexicon.en?.optout?.unshift('* ~3 a*'),
      { pointer: '/lexicon/en/optout/0', code: 'matches_everything' },
    ],
    [
      'a criterion named twice',
      (book) => {
        book.criteria[1] = { ...(book.criteria[0] as RubricBook['criteria'][number]) };
      },
      { pointer: '/criteria/1', code: 'repeated' },
    ],
  ];
  for (const [name, change, fault] of cases)
    it(`${name} is named at its place`, () => expect(faults(change)).toContainEqual(fault));
});

describe('a pattern', () => {
  for (const pattern of ['*', 'a*', '~4', 'the?', 'opt|*', '* x?'])
    it(`"${pattern}" matches everything`, () => expect(patternFault(pattern)).toBe('matches_everything'));
  for (const pattern of ['opt out', 'i', '#', 'un* ~3 x?', 'a|b'])
    it(`"${pattern}" asks for something`, () => expect(patternFault(pattern)).toBeNull());
  it('without a word is empty', () => expect(patternFault('  ')).toBe('empty'));
});

describe('broken deadlines', () => {
  const faults = (change: (book: Deadlines) => void) => {
    const book = structuredClone(deadlines);
    change(book);
    return deadlineFaults(book);
  };
  it('name a week without a working day, a day that ends before it starts, an unknown time zone', () => {
    expect(faults((book) => book.calendar.week.fill(null))).toContainEqual({
      pointer: '/calendar/week',
      code: 'no_working_day',
    });
    const evening = { from: '17:00', to: '09:00' };
    expect(faults((book) => book.calendar.week.splice(0, 1, evening))).toContainEqual({
      pointer: '/calendar/week/0/to',
      code: 'ends_before_it_starts',
    });
    expect(
      faults((book) => {
        book.calendar.time_zone = 'Mars/Base';
      }),
    ).toContainEqual({ pointer: '/calendar/time_zone', code: 'unknown_time_zone' });
  });
  it('name a warning at the end of the lease and a reminder on the day of lapse, not the minute and day before', () => {
    const at = (minutes: number) =>
      faults((book) => {
        book.lease.warn_at_minutes = minutes;
      });
    expect(at(deadlines.lease.minutes - 1)).toEqual([]);
    expect(at(deadlines.lease.minutes)).toEqual([
      { pointer: '/lease/warn_at_minutes', code: 'not_before_the_end' },
    ]);
    const on = (day: number) =>
      faults((book) => {
        book.changes.reminder_days = [day];
      });
    expect(on(deadlines.changes.due_days - 1)).toEqual([]);
    expect(on(deadlines.changes.due_days)).toHaveLength(1);
  });
});

describe('a broken plausibility book', () => {
  it('names a second line before the first, and a channel level thinner than a cell', () => {
    const book = structuredClone(plausibility);
    book.thresholds.second_reviewer = book.thresholds.ask - 0.1;
    book.levels.channel_min = book.levels.cell_min - 1;
    expect(plausibilityFaults(book).map(({ pointer }) => pointer)).toEqual([
      '/thresholds/second_reviewer',
      '/levels/channel_min',
    ]);
  });
});
