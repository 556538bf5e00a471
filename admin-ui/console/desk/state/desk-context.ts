import { createContext, useContext } from 'react';
import type { CommandState, Dossier } from '../../api/types.ts';

export type Composer = 'request_changes' | 'approve' | 'reject' | 'decline_second';

export interface Desk {
  dossier: Dossier;
  /** The finding whose evidence is lit: "criterion:…" or "flag:…". */
  finding: string | null;
  pick: (finding: string | null) => void;
  composer: Composer | null;
  compose: (composer: Composer | null) => void;
  command: (name: string) => CommandState | undefined;
  /** Runs a command of this application on the version shown. Resolves false when it was refused. */
  run: (name: string, body?: Record<string, unknown>) => Promise<boolean>;
  running: string | null;
  problem: unknown;
}

export const DeskContext = createContext<Desk | null>(null);

/** The application on the desk. Throws outside one. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('there is no application on the desk here');
  return desk;
}
