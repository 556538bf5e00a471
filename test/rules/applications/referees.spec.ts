import { describe, expect, it } from 'vitest';
import { examine } from '../../../server/applications/rules/missing.ts';
import type { ApplicationDraft } from '../../../server/applications/schema/draft.ts';
import { intakeFormSchema } from '../../../server/applications/schema/intake.ts';
import { intakeForm, soundForm } from '../../support/forms.ts';

type Contact = NonNullable<ApplicationDraft['references']>[number];
const third: Contact = {
  id: 'ref-3',
  name: 'Odile Marchand',
  company: 'Brackwater GmbH',
  position: 'Sales director',
  email: 'odile@brackwater.example',
  relation: 'former',
};
const [first, second] = soundForm().references;
const missing = (references: (Contact | undefined)[], rest: ApplicationDraft = soundForm()) => {
  const result = examine({ ...rest, references: references.flatMap((one) => (one ? [one] : [])) });
  return result.complete ? [] : result.missing.map(({ item, code }) => `${item} ${code}`);
};

describe('client references (M8)', () => {
  it('are two or three', () => {
    expect(missing([first])).toEqual(['references too_few']);
    expect(missing([first, second])).toEqual([]);
    expect(missing([first, second, third])).toEqual([]);
    const fourth = { ...third, id: 'ref-4', name: 'Jan Pol', email: 'jan@dockside.example' };
    expect(missing([first, second, third, fourth])).toEqual(['references too_many']);
  });
  it('are different people: an address with a tag or in capitals is the same one', () => {
    const again = { ...third, email: first?.email.replace('@', '+two@').toUpperCase() ?? '' };
    expect(missing([first, again])).toEqual(['references.1.email same_person']);
  });
  it('are different people: one name at one company counts once, whatever the address', () => {
    const again = { ...third, name: first?.name.toUpperCase() ?? '', company: first?.company ?? '' };
    expect(missing([first, again])).toEqual(['references.1.name same_person']);
  });
  it('are not the applicant', () => {
    const self = { ...third, email: 'Imogen+client@larkhill.example' };
    expect(missing([first, self])).toEqual(['references.1.email own_address']);
  });
  it('are told of beside everything else that is missing', () => {
    const found = missing([first, { ...third, email: first?.email ?? '' }], {
      ...soundForm(),
      statement: '',
    });
    expect(found).toEqual(['statement missing', 'references.1.email same_person']);
  });
  it('are held to the same by the intake of machines', () => {
    const form = intakeForm();
    const [one] = form.references;
    const twice = { ...form, references: [one, { ...one, id: 'ref-9' }] };
    expect(intakeFormSchema.safeParse(form).success).toBe(true);
    const issues = intakeFormSchema.safeParse(twice).error?.issues.map((issue) => issue.path.join('.'));
    expect(issues).toEqual(['references.1.email']);
  });
});

describe('text of which nobody sees anything', () => {
  it.each(['\u200b\u200b', '\u2060\ufeff', '\u3164', '\u2800\u00ad', '\u00a0\u3000', '\u0301'])(
    'M2: %j is an empty statement',
    (statement) => {
      const result = examine({ ...soundForm(), statement });
      expect(result).toEqual({ complete: false, missing: [{ item: 'statement', code: 'missing' }] });
    },
  );
  it('text in any script is seen', () => {
    for (const statement of ['Wir schreiben.', '私たち', 'नमस्ते', '👍'])
      expect(examine({ ...soundForm(), statement }).complete).toBe(true);
  });
});
