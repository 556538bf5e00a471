import type { ToneName } from '../../../shared/theme.ts';
import type { Reading } from '../../api/types.ts';
import { criterionName, flagName } from '../state/findings.ts';

const verdictTone: Record<string, ToneName> = {
  met: 'good',
  partial: 'caution',
  missing: 'bad',
  contradicted: 'bad',
};

export const toneOfFinding = (verdictOrSeverity: string): ToneName =>
  verdictTone[verdictOrSeverity] ?? (verdictOrSeverity === 'minor' ? 'caution' : 'bad');

/** The tone of every finding by its name. */
export function findingTones(reading: Reading): Record<string, ToneName> {
  return Object.fromEntries([
    ...reading.criteria.map((one) => [criterionName(one.id), toneOfFinding(one.verdict)]),
    ...reading.red_flags.map((one) => [flagName(one.id), toneOfFinding(one.severity)]),
  ]);
}
