import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeSourcing, locate } from '../../../server/compliance/rules/compose.ts';
import { hintsOf } from '../../../server/compliance/rules/hints.ts';
import { read } from './reading.ts';

const answers = [
  { key: 'origin', label: 'Where does the data come from?', text: 'Company websites.' },
  { key: 'currency', label: 'How current is it?', text: '  ' },
  { key: 'consent', label: 'Is there consent?', text: 'Own forms only \u{1f600}.' },
];

describe('sourcing answers composed for the reader (M9, M28)', () => {
  it('join under their labels, unanswered ones left out', () => {
    const { text, map } = composeSourcing(answers);
    expect(text).toBe(
      'Where does the data come from:\nCompany websites.\n\nIs there consent:\nOwn forms only \u{1f600}.',
    );
    expect(map.map(({ key }) => key)).toEqual(['origin', 'consent']);
  });
  it('map a span back to the answer it lies in, and a span over two to both', () => {
    const { text, map } = composeSourcing(answers);
    const at = text.indexOf('Own forms');
    expect(locate(map, at, at + 9)).toEqual([{ key: 'consent', start: 0, end: 9 }]);
    expect(locate(map, 0, text.length).map(({ key }) => key)).toEqual(['origin', 'consent']);
    expect(locate(map, 0, 5)).toEqual([]);
  });
  it('keep every answer character for character', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            key: fc.string({ minLength: 1 }),
            label: fc.string(),
            text: fc.string({ unit: 'binary' }),
          }),
        ),
        (given) => {
          const { text, map } = composeSourcing(given);
          const answered = given.filter((answer) => answer.text.trim() !== '');
          expect(map.map(({ start, end }) => text.slice(start, end))).toEqual(
            answered.map((answer) => answer.text),
          );
        },
      ),
    );
  });
});

describe('hints for the applicant', () => {
  it('name what is open and never the score', () => {
    const hints = hintsOf(read('We follow the GDPR. Each mail has an unsubscribe link.'));
    expect(hints).toContainEqual({ criterion: 'opt_out_mechanism', hint: 'partial' });
    expect(hints).toContainEqual({ criterion: 'retention', hint: 'missing' });
    expect(JSON.stringify(hints)).not.toMatch(/score|band/);
  });
});
