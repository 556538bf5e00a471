import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { get } from '../../shared/api.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { ApplicationRow } from '../api/types.ts';
import { useMay } from '../providers/session.ts';
import { places } from './places.tsx';

export interface PaletteItem {
  to: string;
  title: string;
  detail: string;
}

const search = (words: string, signal: AbortSignal) => {
  const query = new URLSearchParams({
    filter: JSON.stringify({ q: words }),
    range: '[0,9]',
    sort: '["submitted_at","DESC"]',
  });
  return get<ApplicationRow[]>(`/api/applications?${query}`, signal);
};

/** Places whose name holds the words, and applications by number or name. */
export function usePaletteItems(words: string): { items: PaletteItem[]; searching: boolean } {
  const { t } = useSpeech();
  const may = useMay();
  const wanted = useDeferredValue(words.trim());
  const { data = [], isFetching } = useQuery({
    queryKey: ['palette', wanted],
    queryFn: ({ signal }) => search(wanted, signal),
    enabled: wanted.length >= 2 && may('applications.read'),
  });
  const here = places
    .filter((place) => !place.permission || may(place.permission))
    .map((place) => ({ to: place.to, title: t(`shell.place.${place.key}`), detail: t('palette.place') }))
    .filter((item) => item.title.toLowerCase().includes(words.trim().toLowerCase()));
  const found = wanted.length >= 2 ? data : [];
  const applications = found.map((row) => ({
    to: `/applications/${row.id}/show`,
    title: row.trading_name,
    detail: `${row.case_number} · ${t(`state.${row.state}`)}`,
  }));
  return { items: [...applications, ...here], searching: isFetching };
}
