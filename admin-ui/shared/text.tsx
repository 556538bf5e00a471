import { createContext, type ReactNode, useContext, useMemo } from 'react';

export type TextParams = Record<string, unknown>;
/** A key of the catalogues and its values; unknown keys come back as themselves. */
export type Translate = (key: string, params?: TextParams) => string;

export interface Speech {
  t: Translate;
  locale: string;
}

type Messages = { [key: string]: string | Messages };

function lookUp(messages: Messages, key: string): string | undefined {
  let found: string | Messages | undefined = messages;
  for (const part of key.split('.')) {
    if (typeof found !== 'object') return undefined;
    found = found[part];
  }
  return typeof found === 'string' ? found : undefined;
}

/** Fills `%{name}` and chooses the plural by `smart_count` ("one |||| many"), as the console's catalogues are written. */
export function makeTranslate(messages: Messages): Translate {
  return (key, params = {}) => {
    const text = lookUp(messages, key);
    if (text === undefined) return typeof params._ === 'string' ? params._ : key;
    const forms = text.split('||||');
    const chosen = forms.length > 1 && params.smart_count !== 1 ? (forms[1] ?? text) : (forms[0] ?? text);
    return chosen.trim().replace(/%\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  };
}

const SpeechContext = createContext<Speech>({ t: (key) => key, locale: 'en' });

export function SpeechProvider({ t, locale, children }: Speech & { children: ReactNode }) {
  const value = useMemo(() => ({ t, locale }), [t, locale]);
  return <SpeechContext.Provider value={value}>{children}</SpeechContext.Provider>;
}

/** The words and the locale that the surrounding page speaks. */
export const useSpeech = (): Speech => useContext(SpeechContext);
