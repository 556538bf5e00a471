import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { KeptFile } from '../wire.ts';

interface Files {
  of: (id: string) => KeptFile | undefined;
  add: (file: KeptFile) => void;
}
const FilesContext = createContext<Files>({ of: () => undefined, add: () => undefined });

/** The files the application holds, by id; those uploaded on this page included. */
export function FilesProvider({ files, children }: { files: readonly KeptFile[]; children: ReactNode }) {
  const [added, setAdded] = useState<KeptFile[]>([]);
  const value = useMemo(() => {
    const all = new Map([...files, ...added].map((file) => [file.id, file]));
    return {
      of: (id: string) => all.get(id),
      add: (file: KeptFile) => setAdded((now) => [...now, file]),
    };
  }, [files, added]);
  return <FilesContext.Provider value={value}>{children}</FilesContext.Provider>;
}

export const useFiles = (): Files => useContext(FilesContext);
