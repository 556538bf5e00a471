import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../../server/notes/rules.ts';

const people = [
  { id: '1', name: 'Robin' },
  { id: '2', name: 'Robin Ward' },
  { id: '3', name: 'Ana Lü' },
];

describe('mentions in a note', () => {
  it('finds the longest name, whatever its case, once', () => {
    expect(mentionsIn('please @robin ward and @ROBIN WARD, look', people)).toEqual(['2']);
    expect(mentionsIn('@Robin: and @Ana Lü!', people)).toEqual(['1', '3']);
  });

  it('takes no address and no longer word for a mention', () => {
    expect(mentionsIn('mail robin@Robin.example or @Robinson', people)).toEqual([]);
    expect(mentionsIn('@', people)).toEqual([]);
  });
});
