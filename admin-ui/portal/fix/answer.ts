import { countryName, money, month, percent } from '../../shared/format.ts';
import type { Translate } from '../../shared/text.tsx';
import { wordsOf } from '../draft/hooks.tsx';

export interface AnswerLine {
  path: string;
  label: string;
  text: string;
}

const vocabularies: Record<string, string> = {
  channel: 'channel',
  channels: 'channel',
  primary_channel: 'channel',
  regions: 'region',
  vertical: 'vertical',
  verticals: 'vertical',
  size: 'icp',
  icp_sizes: 'icp',
  engagement_models: 'engagement',
  lead_definition: 'lead',
  cost_basis: 'cost',
  form: 'form',
  relation: 'relation',
  client_relation: 'relation',
};

interface Words {
  t: Translate;
  locale: string;
  fileName: (id: string) => string;
}

function said(
  key: string,
  value: unknown,
  beside: Record<string, unknown>,
  { t, locale, fileName }: Words,
): string {
  if (Array.isArray(value))
    return value.map((one) => said(key, one, beside, { t, locale, fileName })).join(', ');
  const vocabulary = vocabularies[key];
  if (vocabulary) return t(`taxonomy.${vocabulary}.${value}`);
  if (typeof value === 'number') {
    if (key.endsWith('_minor')) return money(value, String(beside.currency ?? ''), locale);
    return key.includes('rate') ? percent(value, locale) : new Intl.NumberFormat(locale).format(value);
  }
  const text = String(value);
  if (key === 'country' || key === 'other_countries') return countryName(text, locale);
  if (key === 'file_ids') return fileName(text);
  if (key === 'answer') return t(`portal.l2o.${text}`);
  if (key === 'platform') return t(`portal.platform.${text}`);
  return (key === 'from' || key === 'to') && /^\d{4}-\d\d$/.test(text) ? month(text, locale) : text;
}

/** The order in which the form asks. */
const asked =
  'title client_name client_relation summary legal_name trading_name form register register_number address web_domain name position company email phone relation channel platform channels primary_channel regions other_countries vertical verticals vertical_other subvertical country size definition icp_sizes engagement_models campaign_objective from to cpl_minor currency lead_definition cost_basis qualified_lead_rate sql_rate spend_minor lead_count file_ids answer rate'.split(
    ' ',
  );
const place = ({ path }: AnswerLine): number => asked.indexOf(path.split('.').at(-1) ?? '');

/** An answer as lines a person can read, one for each field that was filled in, in the order of the form. */
export const answerLines = (path: string, value: unknown, words: Words): AnswerLine[] =>
  linesOf(path, value, words).sort((a, b) => place(a) - place(b));

function linesOf(path: string, value: unknown, words: Words): AnswerLine[] {
  const label = (at: string) => words.t(`${wordsOf(at)}.label`);
  if (typeof value !== 'object' || value === null) {
    const text =
      value === undefined || value === null ? '' : said(path.split('.').at(-1) ?? '', value, {}, words);
    return text === '' ? [] : [{ path, label: label(path), text }];
  }
  const beside = value as Record<string, unknown>;
  return Object.entries(beside).flatMap(([key, part]) => {
    const at = `${path}.${key}`;
    if (key === 'id' || part === null || part === undefined || part === '') return [];
    if (Array.isArray(part))
      return part.length === 0 ? [] : [{ path: at, label: label(at), text: said(key, part, beside, words) }];
    if (typeof part === 'object') return linesOf(at, part, words);
    return [{ path: at, label: label(at), text: said(key, part, beside, words) }];
  });
}
