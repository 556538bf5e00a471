import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { ToneName } from '../../shared/theme.ts';

const tones: Record<string, ToneName> = {
  queued: 'info',
  sent: 'good',
  kept: 'neutral',
  refused: 'bad',
  failed: 'bad',
};

export function MailState({ state }: { state: string }) {
  const { t } = useSpeech();
  return <ToneChip tone={tones[state] ?? 'neutral'}>{t(`mail_state.${state}`)}</ToneChip>;
}
