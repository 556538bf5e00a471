import { useNow } from '../../shared/clock.ts';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { exact, urgency } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { ToneName } from '../../shared/theme.ts';

interface Props {
  dueAt: string;
  shareUsed: number;
  critical?: boolean;
}

/** "due in 3 h" or "overdue 1 d", toned by how much of the allowed time is used. */
export function Urgency({ dueAt, shareUsed, critical }: Props) {
  const { t, locale } = useSpeech();
  const now = useNow();
  const late = new Date(dueAt).getTime() < now;
  const tone: ToneName = late || critical ? 'bad' : shareUsed >= 0.75 ? 'caution' : 'neutral';
  return (
    <time dateTime={dueAt} title={exact(dueAt, locale)}>
      <ToneChip tone={tone} mark={late ? '!' : critical ? '‼' : null}>
        {urgency(dueAt, now, t)}
      </ToneChip>
    </time>
  );
}
