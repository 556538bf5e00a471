import { inTab, keep, kept } from '../frame/keep.ts';
import type { Document } from '../wire.ts';

/** What was typed and not yet saved, kept by this tab through a reload. */
export interface KeptCopy {
  saves: number;
  document: Document;
}

const nameOf = (id: string): string => `assay.portal.draft.${id}`;

export function keptCopy(id: string): KeptCopy | null {
  try {
    const copy = JSON.parse(kept(nameOf(id), inTab) ?? 'null') as KeptCopy | null;
    return copy && typeof copy.saves === 'number' && typeof copy.document === 'object' ? copy : null;
  } catch {
    return null;
  }
}

export const keepCopy = (id: string, copy: KeptCopy | null): void =>
  keep(nameOf(id), copy && JSON.stringify(copy), inTab);
