import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { post } from '../../shared/api.ts';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { KeyPreferences } from '../keys/shortcuts.ts';
import { forgetSession, loadSession } from '../providers/session.ts';

/** Keeps preferences with the person, so that they hold on every machine. */
export function usePreferences() {
  const { t } = useSpeech();
  const notify = useNotify();
  return useMutation({
    mutationFn: (body: KeyPreferences & { locale?: string }) => post('/api/me/preferences', body),
    onSuccess: async () => {
      forgetSession();
      await loadSession();
    },
    onError: (error) => notify(problemText(t, error), { type: 'error' }),
  });
}
