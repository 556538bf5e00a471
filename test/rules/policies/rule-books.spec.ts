import { describe, expect, it } from 'vitest';
import { step } from '../../../server/kernel/machine.ts';
import { policyLifecycle } from '../../../server/policies/lifecycle.ts';
import { changesBetween } from '../../../server/policies/rules/diff.ts';
import { nextVersion } from '../../../server/policies/rules/next-version.ts';
import { publisherRefusal } from '../../../server/policies/rules/publisher.ts';

describe('the differences between two rule books', () => {
  it('name each place with what stood there and what stands there now', () => {
    expect(
      changesBetween({ bands: { pass_min: 75 }, title: 'a' }, { bands: { pass_min: 70 }, title: 'a' }),
    ).toEqual([{ pointer: '/bands/pass_min', before: 75, after: 70 }]);
  });

  it('address a member of a list by its id, so that moving it is no change', () => {
    const before = {
      criteria: [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 2 },
      ],
    };
    const after = {
      criteria: [
        { id: 'b', weight: 3 },
        { id: 'a', weight: 1 },
      ],
    };
    expect(changesBetween(before, after)).toEqual([{ pointer: '/criteria/b/weight', before: 2, after: 3 }]);
  });

  it('say of long lists of words what went and what came', () => {
    const change = changesBetween({ words: ['x', 'y', 'z'] }, { words: ['z', 'x', 'w'] });
    expect(change).toEqual([{ pointer: '/words', before: ['y'], after: ['w'] }]);
  });

  it('show what is new and what is gone, and names with slashes as JSON pointers do', () => {
    expect(changesBetween({ 'a/b': 1 }, { c: 2 })).toEqual([
      { pointer: '/a~1b', before: 1, after: undefined },
      { pointer: '/c', before: undefined, after: 2 },
    ]);
  });

  it('leave the version number out', () => {
    expect(changesBetween({ version: '1.0', a: 1 }, { version: '2.0', a: 1 })).toEqual([]);
  });
});

describe('the number of a changed book', () => {
  const wording = ['/lexicon'];
  const at = (...pointers: string[]) => pointers.map((pointer) => ({ pointer }));
  it('moves the minor part where only words to read by changed', () => {
    expect(nextVersion('1.4', at('/lexicon/en/optout', '/lexicon'), wording)).toBe('1.5');
  });
  it('moves the major part as soon as anything else did', () => {
    expect(nextVersion('1.4', at('/lexicon/en', '/bands/pass_min'), wording)).toBe('2.0');
    expect(nextVersion('1.4', at('/lexicons'), wording)).toBe('2.0');
  });
  it('stays where nothing changed', () => expect(nextVersion('3.1', [], wording)).toBe('3.1'));
});

describe('who may publish', () => {
  it('is nobody who wrote a word of the book', () => {
    const book = { authorId: 'a', editors: ['a', 'b'] };
    expect(publisherRefusal(book, 'a')).toBe('own_draft');
    expect(publisherRefusal(book, 'b')).toBe('own_draft');
    expect(publisherRefusal(book, 'c')).toBeNull();
  });
});

describe('the way of a rule book', () => {
  const leads: Record<string, Record<string, string>> = {
    draft: { edit: 'draft', propose: 'in_review', discard: 'discarded', install: 'published' },
    in_review: { send_back: 'draft', discard: 'discarded', publish: 'published' },
    published: { supersede: 'superseded' },
    superseded: {},
    discarded: {},
  };
  for (const state of policyLifecycle.states)
    for (const command of Object.keys(
      policyLifecycle.commands,
    ) as (keyof typeof policyLifecycle.commands)[]) {
      const to = leads[state]?.[command];
      it(`${command} from ${state} ${to ? `leads to ${to}` : 'is refused'}`, () => {
        if (to) expect(step(policyLifecycle, state, command)).toBe(to);
        else expect(() => step(policyLifecycle, state, command)).toThrow(/wrong_state/);
      });
    }
});
