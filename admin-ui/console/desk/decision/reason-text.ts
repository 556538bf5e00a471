import type { Translate } from '../../../shared/text.tsx';
import type { RejectReason } from '../../api/types.ts';

/** A reason of rejection with what it rests on. */
export function reasonText(t: Translate, reason: RejectReason): string {
  const rests = reason.criterion
    ? t(`finding.criterion.${reason.criterion}`)
    : reason.flag
      ? t(`finding.flag.${reason.flag}`)
      : null;
  return rests ? `${t(`reason.${reason.code}`)}: ${rests}` : t(`reason.${reason.code}`);
}
