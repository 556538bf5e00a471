import { useCallback } from 'react';
import { fieldText } from '../../../shared/problem-text.ts';
import { useSpeech } from '../../../shared/text.tsx';

/** A place in the words of the catalogues: list positions are left out, so that every member shares one explanation. */
const keyOf = (pointer: string) =>
  pointer
    .split('/')
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .join('.');

/** What the places of a kind of rule book are called, what they are for, and what is wrong with them. */
export function useNames(kind: string) {
  const { t } = useSpeech();
  const nameFor = useCallback(
    (pointer: string, key: string): string => {
      const plain = key.replaceAll('_', ' ');
      const own = t(`rule_book.name.${kind}.${keyOf(pointer)}`, { _: '' });
      if (own !== '' && !own.startsWith('rule_book.')) return own;
      for (const group of ['criterion', 'flag']) {
        const finding = t(`finding.${group}.${key}`, { _: '' });
        if (finding !== '' && !finding.startsWith('finding.')) return `${finding} (${key})`;
      }
      return plain;
    },
    [t, kind],
  );
  const helpOf = useCallback(
    (pointer: string): string | undefined => {
      const text = t(`rule_book.help.${kind}.${keyOf(pointer)}`, { _: '' });
      return text === '' || text.startsWith('rule_book.') ? undefined : text;
    },
    [t, kind],
  );
  const faultText = useCallback(
    ({ code, params }: { code: string; params?: Record<string, unknown> }): string => {
      const own = t(`rule_book.fault.${code}`, { _: '' });
      return own === '' || own.startsWith('rule_book.') ? fieldText(t, code, params) : own;
    },
    [t],
  );
  return { nameFor, helpOf, faultText };
}
