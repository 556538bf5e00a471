import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import type { TranslationMessages } from 'react-admin';
import consoleEnglish from '../../locales/en/console.json';
import rubricEnglish from '../../locales/en/rubric.json';
import ruleBookEnglish from '../../locales/en/rulebook.json';
import sharedEnglish from '../../locales/en/shared.json';

const inEnglish = { ...english, ...sharedEnglish, ...rubricEnglish, ...ruleBookEnglish, ...consoleEnglish };

async function inGerman(): Promise<TranslationMessages> {
  const [shared, own, rubric, books, frame] = await Promise.all([
    import('../../locales/de/shared.json'),
    import('../../locales/de/console.json'),
    import('../../locales/de/rubric.json'),
    import('../../locales/de/rulebook.json'),
    import('../../locales/de/react-admin.json'),
  ]);
  const all: unknown = {
    ...frame.default,
    ...shared.default,
    ...rubric.default,
    ...books.default,
    ...own.default,
  };
  return all as TranslationMessages;
}

export const languages = [
  { locale: 'en', name: 'English' },
  { locale: 'de', name: 'Deutsch' },
];

/** English is at hand at once; German comes when it is chosen. */
export const makeI18nProvider = () =>
  polyglotI18nProvider(
    (locale) => (locale === 'de' ? inGerman() : (inEnglish as unknown as TranslationMessages)),
    'en',
    languages,
    { allowMissing: true },
  );
