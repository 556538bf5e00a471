import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { useSpeech } from '../../shared/text.tsx';
import { places } from './places.tsx';

/** The window's title follows the place; a page that shows one record sets its own with `usePageTitle`. */
export function useTitle(): void {
  const { t } = useSpeech();
  const { pathname } = useLocation();
  useEffect(() => {
    const place = places.find(({ to }) => (to === '/' ? pathname === '/' : pathname.startsWith(to)));
    document.title = place ? `${t(`shell.place.${place.key}`)} · Assay` : 'Assay';
  }, [pathname, t]);
}

export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} · Assay`;
  }, [title]);
}
