import type { Translate } from '../../../shared/text.tsx';
import type { ApplicationForm } from '../../api/types.ts';

const sourcingKeys = [
  'description',
  'where_from',
  'how_current',
  'consent',
  'safeguards',
  'walk_through',
] as const;
const wholes = ['statement', 'organisation', 'responsible_person', 'offer', 'lead_to_opportunity'] as const;

/** The items that changes can be asked for, as the server names them: "statement", "sourcing.consent", "references.r-1". */
export function itemsOf(form: ApplicationForm): string[] {
  return [
    ...wholes,
    ...sourcingKeys.map((key) => `sourcing.${key}`),
    ...form.case_studies.map((one) => `case_studies.${one.id}`),
    ...form.references.map((one) => `references.${one.id}`),
  ];
}

/** An item in words, with the title of the case study or the name of the referee. */
export function itemLabel(t: Translate, item: string, form: ApplicationForm): string {
  const [part = '', key = ''] = item.split('.', 2);
  if (part === 'sourcing' && key) return t(`sourcing.${key}`);
  if (part === 'case_studies' && key) {
    const study = form.case_studies.find((one) => one.id === key) ?? form.case_studies[Number(key)];
    return t('item.case_study', { title: study?.title ?? key });
  }
  if (part === 'references' && key) {
    const referee = form.references.find((one) => one.id === key) ?? form.references[Number(key)];
    return t('item.reference', { name: referee?.name ?? key });
  }
  return t(`item.${part}`, { _: item });
}

function lines(value: unknown, path: string): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [path === '' ? String(value) : `${path}: ${String(value)}`];
  return Object.entries(value)
    .filter(([key]) => key !== 'id')
    .flatMap(([key, part]) =>
      lines(part, Array.isArray(value) ? path : path === '' ? key : `${path} ${key}`),
    );
}

/** The present words of an item as plain text, one line per field, so that two revisions can be compared. */
export function itemText(form: ApplicationForm | null, item: string): string {
  if (form === null) return '';
  const [part = '', key] = item.split('.', 2);
  const whole = (form as Record<string, unknown>)[part];
  if (typeof whole === 'string') return whole;
  if (key === undefined) return lines(whole, '').join('\n').replaceAll('_', ' ');
  const found = Array.isArray(whole)
    ? (whole as { id: string }[]).find((entry) => entry.id === key)
    : (whole as Record<string, unknown> | undefined)?.[key];
  return typeof found === 'string' ? found : lines(found, '').join('\n').replaceAll('_', ' ');
}
