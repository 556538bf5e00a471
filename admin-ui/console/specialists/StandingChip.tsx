import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { useSpeech } from '../../shared/text.tsx';

interface Props {
  row: { state: string; standing: { open_high_flags: number; open_concerns: number } };
}

/** How a specialist stands: suspended or removed, under a flag or concern, or in good standing. */
export function StandingChip({ row }: Props) {
  const { t } = useSpeech();
  if (row.state !== 'active') return <ToneChip tone="bad">{t(`specialist_state.${row.state}`)}</ToneChip>;
  const { open_high_flags: flags, open_concerns: concerns } = row.standing;
  if (flags + concerns === 0) return <ToneChip tone="good">{t('specialists.good_standing')}</ToneChip>;
  return <ToneChip tone="caution">{t('specialists.open', { flags, concerns })}</ToneChip>;
}
