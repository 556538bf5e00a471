import { describe, expect, it } from 'vitest';
import { standsTooClose } from '../../../server/applications/rules/own-submission.ts';
import { soundForm } from '../../support/forms.ts';

const form = soundForm();

describe('who stands too close to a party to decide about it (trust 19)', () => {
  it.each(['imogen@larkhill.example', 'IMOGEN+desk@Larkhill.example', 'clerk@larkhill.example'])(
    '%s',
    (own) => expect(standsTooClose(own, form)).toBe(true),
  );
  it('a referee, but not everybody at a referee’s firm', () => {
    expect(standsTooClose('Corin+x@harrowledger.example', form)).toBe(true);
    expect(standsTooClose('other@harrowledger.example', form)).toBe(false);
  });
  it('nobody by sharing a mail provider', () => {
    const person = { ...form.responsible_person, email: 'imogen@gmail.com' };
    expect(standsTooClose('reviewer@gmail.com', { ...form, responsible_person: person })).toBe(false);
    expect(standsTooClose('Imogen@gmail.com', { ...form, responsible_person: person })).toBe(true);
  });
  it('not a colleague from elsewhere', () => expect(standsTooClose('robin@desk.example', form)).toBe(false));
});
