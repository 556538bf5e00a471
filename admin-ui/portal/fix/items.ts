import type { Translate } from '../../shared/text.tsx';
import { valueAt } from '../draft/path.ts';
import { itemWords } from '../form/steps.ts';
import type { Document } from '../wire.ts';

/** The path of an asked item: "case_studies.cs-1" is the entry with that id, "case_studies.0"; null where there is none. */
export function itemPath(item: string, document: Document): string | null {
  const [part = '', key] = item.split('.', 2);
  const whole = valueAt(document, part);
  if (key === undefined || !Array.isArray(whole)) return item;
  const at = whole.findIndex((entry) => (entry as { id?: string } | null)?.id === key);
  return at < 0 ? null : `${part}.${at}`;
}

/** What an item holds; undefined where there is nothing. */
export function itemAnswer(item: string, document: Document): unknown {
  const path = itemPath(item, document);
  return path === null ? undefined : valueAt(document, path);
}

export const askedWords = (t: Translate, item: string, document: Document): string =>
  itemWords(t, itemPath(item, document) ?? item);
