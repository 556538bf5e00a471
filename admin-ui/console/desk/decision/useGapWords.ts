import { useQuery } from '@tanstack/react-query';
import type { Dossier } from '../../api/types.ts';

const catalogues = {
  en: () => import('../../../locales/en/rubric.json'),
  de: () => import('../../../locales/de/rubric.json'),
} as const;

/** What the reading did not find, as requests in the applicant's language, one line per criterion; empty when nothing. */
export function useGapWords(dossier: Dossier): string {
  const locale = dossier.locale === 'de' ? 'de' : 'en';
  const { data } = useQuery({
    queryKey: ['gap-words', locale],
    queryFn: async () => (await catalogues[locale]()).default.ask as Record<string, string>,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data || dossier.reading.state !== 'read') return '';
  return dossier.reading.criteria
    .filter((one) => one.verdict !== 'met' && data[one.id])
    .sort((a, b) => b.weight - a.weight)
    .map((one) => data[one.id])
    .join('\n');
}
