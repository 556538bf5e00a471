import { createContext, useContext } from 'react';

export type FaultsAt = readonly { at: string; text: string }[];

export interface FieldProps {
  name: string;
  pointer: string;
  value: unknown;
  depth: number;
  onChange: (value: unknown) => void;
}

interface Book {
  faults: FaultsAt;
  readOnly: boolean;
  /** Lower-case words to look for; only groups that hold them are shown. */
  search: string;
  helpOf: (pointer: string) => string | undefined;
  nameFor: (pointer: string, key: string) => string;
}

export const BookContext = createContext<Book>({
  faults: [],
  readOnly: true,
  search: '',
  helpOf: () => undefined,
  nameFor: (_pointer, key) => key,
});
export const useBook = (): Book => useContext(BookContext);
