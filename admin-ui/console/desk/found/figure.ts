import { money, number, percent } from '../../../shared/format.ts';
import { type Translate, useSpeech } from '../../../shared/text.tsx';
import type { ClaimVerdict } from '../../api/types.ts';

/** How figures of one verdict are written: money of the claim's currency, or percent. */
export function useFigure({ currency }: Pick<ClaimVerdict, 'currency'>): (value: number) => string {
  const { locale } = useSpeech();
  return (value) => {
    if (currency === null) return percent(value, locale, value < 10 ? 1 : 0);
    const rounded = value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
    return money(Math.round(rounded * 100), currency, locale, Number.isInteger(rounded));
  };
}

const fractions: readonly (readonly [number, string])[] = [
  [1 / 10, 'tenth'],
  [1 / 5, 'fifth'],
  [1 / 4, 'quarter'],
  [1 / 3, 'third'],
  [1 / 2, 'half'],
  [2 / 3, 'two_thirds'],
  [3 / 4, 'three_quarters'],
];

/** The ratio of claim and norm as people say it: "a quarter of the norm", "about the norm", "2.4 times the norm". */
export function ratioText(t: Translate, ratio: number, locale: string): string {
  if (ratio >= 0.87 && ratio <= 1.15) return t('claim.ratio.about');
  if (ratio > 1.15) return t('claim.ratio.times', { times: number(ratio, locale, ratio < 10 ? 1 : 0) });
  if (ratio < 0.085) return t('claim.ratio.less_than_tenth', { share: percent(ratio * 100, locale, 0) });
  const [, name] = fractions.reduce((best, next) =>
    Math.abs(Math.log(next[0] / ratio)) < Math.abs(Math.log(best[0] / ratio)) ? next : best,
  );
  return t(`claim.ratio.${name}`);
}
