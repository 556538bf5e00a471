import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Locale } from '../../../server/applications/schema/form.ts';
import portalEnglish from '../../locales/en/portal.json';
import sharedEnglish from '../../locales/en/shared.json';
import { makeTranslate, SpeechProvider } from '../../shared/text.tsx';
import { inBrowser, keep, kept } from './keep.ts';

type Catalogue = Parameters<typeof makeTranslate>[0];

const english: Catalogue = { ...sharedEnglish, ...portalEnglish };
const catalogues: Record<Locale, () => Promise<Catalogue>> = {
  en: async () => english,
  de: async () => {
    const [shared, portal] = await Promise.all([
      import('../../locales/de/shared.json'),
      import('../../locales/de/portal.json'),
    ]);
    return { ...shared.default, ...portal.default };
  },
};

const name = 'assay.portal.locale';

/** The language chosen here before, else the browser's, else English. */
export function firstLocale(): Locale {
  const chosen = kept(name, inBrowser);
  if (chosen === 'en' || chosen === 'de') return chosen;
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

/** Dates and numbers as the reader's device writes them, where it speaks the chosen language; else the plain variant. */
export const variantOf = (locale: Locale): string =>
  navigator.languages.find((one) => one.toLowerCase().startsWith(`${locale}-`)) ??
  { en: 'en-GB', de: 'de-DE' }[locale];

interface Language {
  locale: Locale;
  choose: (locale: Locale) => void;
}
const LanguageContext = createContext<Language>({ locale: 'en', choose: () => undefined });
export const useLanguage = (): Language => useContext(LanguageContext);

/** Speaks English at once and German as soon as its catalogue is there. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<Locale>(firstLocale);
  const [spoken, setSpoken] = useState<{ locale: Locale; words: Catalogue } | null>(null);

  useEffect(() => {
    let current = true;
    const speak = (locale: Locale, words: Catalogue) => {
      if (!current) return;
      document.documentElement.lang = locale;
      setSpoken({ locale, words });
    };
    catalogues[wanted]().then(
      (words) => speak(wanted, words),
      () => speak('en', english),
    );
    return () => {
      current = false;
    };
  }, [wanted]);

  const choose = useCallback((locale: Locale) => {
    keep(name, locale, inBrowser);
    setWanted(locale);
  }, []);
  const t = useMemo(() => makeTranslate(spoken?.words ?? english), [spoken]);
  const value = useMemo(() => ({ locale: spoken?.locale ?? 'en', choose }), [spoken, choose]);
  if (!spoken) return null;
  return (
    <LanguageContext.Provider value={value}>
      <SpeechProvider t={t} locale={variantOf(spoken.locale)}>
        {children}
      </SpeechProvider>
    </LanguageContext.Provider>
  );
}
