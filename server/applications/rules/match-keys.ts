import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { emailKey } from '../../kernel/text.ts';
import type { ApplicationForm } from '../schema/form.ts';

export const matchKinds = [
  'register_number',
  'domain',
  'phone',
  'address',
  'person',
  'referee',
  'email',
  'statement',
  'statement_near',
  'case_study',
] as const;
export type MatchKind = (typeof matchKinds)[number];

/** One value two applications may share, in the form that makes equal things equal. */
export interface MatchKey {
  kind: MatchKind;
  value: string;
}

/** Lower case without accents, punctuation or doubled spaces. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const words = (text: string): string[] => plain(text).split(' ').filter(Boolean);

/** The number in international form, read with the applicant's country where it has no prefix; null when it is none. */
export function phoneKey(phone: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(phone, country as CountryCode);
  if (parsed?.isPossible()) return parsed.number;
  const digits = phone.replace(/\D/g, '');
  return digits.length >= 6 ? `${country}:${digits}` : null;
}

export const domainKey = (domain: string): string => domain.toLowerCase().replace(/^www\./, '');

/** The words of a text without what a copier changes first: names of the firm, figures, domains and addresses. */
export function maskedWords(form: ApplicationForm, text: string): string[] {
  const own = new Set([...words(form.organisation.legal_name), ...words(form.organisation.trading_name)]);
  const kept = text.replace(/\S+@\S+|https?:\S+|\b[\w-]+(?:\.[\w-]+)+\b/g, ' ');
  return words(kept).filter((word) => !own.has(word) && !/\d/.test(word));
}

/** A statement by its masked words; too short a text has no key. */
export function statementKey(form: ApplicationForm): string | null {
  const kept = maskedWords(form, form.statement);
  return kept.length >= 20 ? kept.join(' ') : null;
}

/** Every value of a form by which earlier applicants are found again (M12). */
export function matchKeysOf(form: ApplicationForm): MatchKey[] {
  const { organisation, responsible_person: person } = form;
  const keys: (MatchKey | null)[] = [
    {
      kind: 'register_number',
      value: `${organisation.country}:${organisation.register_number.toUpperCase().replace(/[^A-Z0-9]/g, '')}`,
    },
    { kind: 'domain', value: domainKey(organisation.web_domain) },
    { kind: 'address', value: `${organisation.country}:${words(organisation.address).sort().join(' ')}` },
    { kind: 'person', value: words(person.name).sort().join(' ') },
    { kind: 'email', value: emailKey(person.email) },
    ...form.references.map((one): MatchKey => ({ kind: 'referee', value: emailKey(one.email) })),
  ];
  const phones = [person.phone, ...form.references.flatMap((one) => (one.phone ? [one.phone] : []))];
  for (const [at, phone] of phones.entries()) {
    const value = phoneKey(phone, organisation.country);
    if (value) keys.push({ kind: at === 0 ? 'phone' : 'referee', value });
  }
  const statement = statementKey(form);
  if (statement) keys.push({ kind: 'statement', value: statement });
  const seen = new Set<string>();
  return keys.filter((key): key is MatchKey => {
    if (!key || key.value === '' || key.value.endsWith(':')) return false;
    const name = `${key.kind} ${key.value}`;
    return !seen.has(name) && Boolean(seen.add(name));
  });
}
