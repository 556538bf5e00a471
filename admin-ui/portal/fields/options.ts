import { useMemo } from 'react';
import { countries } from '../../../server/applications/schema/countries.ts';
import { countryName } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { Option } from './Choice.tsx';

/** The members of a closed vocabulary with their words. */
export function useOptions(vocabulary: string, values: readonly string[]): Option[] {
  const { t } = useSpeech();
  return useMemo(
    () => values.map((value) => ({ value, label: t(`taxonomy.${vocabulary}.${value}`) })),
    [t, vocabulary, values],
  );
}

/** Every country by its name in the reader's language. */
export function useCountries(): Option[] {
  const { locale } = useSpeech();
  return useMemo(() => {
    const order = new Intl.Collator(locale);
    return countries
      .map((value) => ({ value, label: countryName(value, locale) }))
      .sort((a, b) => order.compare(a.label, b.label));
  }, [locale]);
}

/** Currencies with two decimals in which campaigns of this marketplace are paid. */
const currencies =
  'EUR GBP USD CHF CAD AUD NZD SEK NOK DKK PLN CZK RON HUF SGD AED ILS ZAR INR BRL MXN'.split(' ');

export function useCurrencies(): Option[] {
  const { locale } = useSpeech();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'currency' });
    return currencies.map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` }));
  }, [locale]);
}
