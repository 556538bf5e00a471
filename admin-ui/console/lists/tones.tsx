import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { ToneName } from '../../shared/theme.ts';

const bandTones: Record<string, ToneName> = { pass: 'good', review: 'caution', reject: 'bad' };
const stateTones: Record<string, ToneName> = {
  draft: 'neutral',
  submitted: 'info',
  in_review: 'info',
  changes_requested: 'caution',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
  lapsed: 'neutral',
};
const claimTones: Record<string, ToneName> = {
  plausible: 'good',
  no_norm: 'neutral',
  ask: 'caution',
  second_reviewer: 'bad',
  arithmetic: 'bad',
};
const verdictTones: Record<string, ToneName> = {
  met: 'good',
  partial: 'caution',
  missing: 'bad',
  contradicted: 'bad',
};
const severityTones: Record<string, ToneName> = { blocking: 'bad', major: 'caution', minor: 'neutral' };

interface BandProps {
  band: string | null;
  score?: number | null;
}

/** Score and band together; a statement nobody read yet says so. */
export function BandChip({ band, score }: BandProps) {
  const { t } = useSpeech();
  if (band === null) return <ToneChip tone="neutral">{t('band.none')}</ToneChip>;
  return (
    <ToneChip tone={bandTones[band] ?? 'neutral'}>
      {score === undefined || score === null ? t(`band.${band}`) : `${score} · ${t(`band.${band}`)}`}
    </ToneChip>
  );
}

export function StateChip({ state }: { state: string }) {
  const { t } = useSpeech();
  return <ToneChip tone={stateTones[state] ?? 'neutral'}>{t(`state.${state}`)}</ToneChip>;
}

export function ClaimChip({ verdict }: { verdict: string }) {
  const { t } = useSpeech();
  return (
    <ToneChip tone={claimTones[verdict] ?? 'neutral'} title={t(`claim_verdict_means.${verdict}`)}>
      {t(`claim_verdict.${verdict}`)}
    </ToneChip>
  );
}

/** A verdict; one that people judged carries their mark. */
export function VerdictChip({ verdict, judged = false }: { verdict: string; judged?: boolean }) {
  const { t } = useSpeech();
  const mark = judged ? '✎' : verdict === 'missing' ? '○' : undefined;
  return (
    <ToneChip tone={verdictTones[verdict] ?? 'neutral'} mark={mark}>
      {t(`verdict.${verdict}`)}
    </ToneChip>
  );
}

/** A flag that people judged not to hold. */
export function LiftedChip() {
  const { t } = useSpeech();
  return (
    <ToneChip tone="neutral" mark="✎">
      {t('judged.lifted')}
    </ToneChip>
  );
}

export function SeverityChip({ severity }: { severity: string }) {
  const { t } = useSpeech();
  return (
    <ToneChip tone={severityTones[severity] ?? 'neutral'} mark="⚑" strong={severity === 'blocking'}>
      {t(`severity.${severity}`)}
    </ToneChip>
  );
}
