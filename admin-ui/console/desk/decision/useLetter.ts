import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { post } from '../../../shared/api.ts';
import type { Letter } from '../../api/types.ts';
import { useDesk } from '../state/desk-context.ts';

export interface Preview extends Letter {
  placeholders_left: string[];
}

const pauseMs = 500;

/**
 * The letter as the server's template gives it for the present choices. It follows the choices until somebody edits
 * it; from then on only `refill` overwrites it.
 */
export function useLetter(
  input: Record<string, unknown> & { kind: string },
  follow: boolean,
  onLetter: (letter: Letter, filledFor: string) => void,
) {
  const { dossier } = useDesk();
  const { mutate, error, isPending } = useMutation({
    mutationFn: (choices: string) =>
      post<Preview>(`/api/applications/${dossier.id}/preview-letter`, JSON.parse(choices)),
    onSuccess: ({ subject, body }, choices) => onLetter({ subject, body }, choices),
  });
  const wanted = JSON.stringify(input);
  const asked = useRef<string>(undefined);
  useEffect(() => {
    if (!follow || asked.current === wanted) return;
    const timer = setTimeout(
      () => {
        asked.current = wanted;
        mutate(wanted);
      },
      asked.current === undefined ? 0 : pauseMs,
    );
    return () => clearTimeout(timer);
  }, [follow, wanted, mutate]);
  return { error, isPending, refill: () => mutate(wanted) };
}
