import { describe, expect, it } from 'vitest';
import {
  domainKey,
  matchKeysOf,
  phoneKey,
  statementKey,
} from '../../../server/applications/rules/match-keys.ts';
import { nearBands, nearKeysOf } from '../../../server/applications/rules/near-keys.ts';
import { emailKey } from '../../../server/kernel/text.ts';
import { soundForm } from '../../support/forms.ts';

const form = soundForm();
const keyValue = (kind: string, of = form) => matchKeysOf(of).find((key) => key.kind === kind)?.value;

describe('what earlier applicants are found again by (M12)', () => {
  it('reads a phone number however it is written', () => {
    const spellings = ['+44 117 496 0123', '0117 496 0123', '(0117) 496-0123', '0044 117 4960123'];
    expect(new Set(spellings.slice(0, 3).map((one) => phoneKey(one, 'GB'))).size).toBe(1);
    expect(phoneKey('0117 496 0123', 'GB')).toBe('+441174960123');
    expect(phoneKey('12', 'GB')).toBeNull();
  });

  it('compares mail addresses without case and tag, domains without www', () => {
    expect(emailKey('Imogen+apply@Larkhill.example')).toBe('imogen@larkhill.example');
    expect(domainKey('www.Larkhill.example')).toBe('larkhill.example');
  });

  it('compares register numbers without punctuation, within one country', () => {
    const organisation = { ...form.organisation, register_number: ' 088-123 45 ' };
    expect(keyValue('register_number', soundForm({ organisation }))).toBe(keyValue('register_number'));
    expect(
      keyValue('register_number', soundForm({ organisation: { ...organisation, country: 'IE' } })),
    ).not.toBe(keyValue('register_number'));
  });

  it('compares addresses and names whatever their order, case and accents', () => {
    const organisation = { ...form.organisation, address: 'BRISTOL BS1 4AB\nQuay Street 4' };
    expect(keyValue('address', soundForm({ organisation }))).toBe(keyValue('address'));
    const person = { ...form.responsible_person, name: 'Vále, IMOGEN' };
    expect(keyValue('person', soundForm({ responsible_person: person }))).toBe(keyValue('person'));
  });

  it('masks names, figures and addresses in a statement', () => {
    const copy = soundForm({
      organisation: { ...form.organisation, legal_name: 'Other Firm Ltd', trading_name: 'Other' },
      statement: form.statement
        .replaceAll('privacy@larkhill.example', 'dpo@otherfirm.example')
        .replace('within 24 hours', 'within 48 hours'),
    });
    expect(statementKey(copy)).toBe(statementKey(form));
    expect(statementKey(soundForm({ statement: 'Short.' }))).toBeNull();
  });

  it('has each key once', () => {
    const keys = [...matchKeysOf(form), ...nearKeysOf(form)].map((key) => `${key.kind} ${key.value}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives near-copies common bands and strangers none', () => {
    const words = form.statement.split(/\s+/);
    const near = words.map((word, at) => (at % 60 === 30 ? 'changed' : word));
    const other = words.map((word, at) => `${word}${at % 7}`).reverse();
    const common = (a: string[], b: string[]) =>
      nearBands(a).filter((band) => nearBands(b).includes(band)).length;
    expect(common(words, words)).toBe(8);
    expect(common(words, near)).toBeGreaterThanOrEqual(2);
    expect(common(words, other)).toBe(0);
    expect(nearBands(['too', 'short'])).toEqual([]);
  });
});
