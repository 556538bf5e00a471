import { expect, it } from 'vitest';
import { blockerText } from '../../../admin-ui/console/desk/decision/blocker-text.ts';
import english from '../../../admin-ui/locales/en/console.json';
import { makeTranslate } from '../../../admin-ui/shared/text.tsx';
import { makeDossier } from './dossier.ts';

const say = (params: Record<string, string | boolean | null>) =>
  blockerText(makeTranslate(english), { code: 'not_holder', params }, makeDossier());

it('says who holds an item, and to claim it where nobody does', () => {
  expect(say({ take_over: true, holder: 'Ada Finch' })).toBe('Ada Finch holds the item');
  expect(say({ take_over: false, claim: true, holder: null })).toBe('claim the item first');
});
