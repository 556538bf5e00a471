import Typography from '@mui/material/Typography';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { WorkItem } from '../api/work-item.ts';
import { useSession } from '../providers/session.ts';

/** Who has the item and since when, or that it waits, or why nobody may take it. */
export function Holder({ item }: { item: WorkItem }) {
  const { t } = useSpeech();
  const me = useSession()?.person?.id;
  if (item.holder) {
    const mine = item.holder.id === me;
    return (
      <span>
        {mine ? <ToneChip tone="info">{t('queue.mine')}</ToneChip> : item.holder.name}{' '}
        <Typography component="span" variant="caption" color="textSecondary">
          {item.state === 'held' ? (
            <>
              {t('queue.held_until')} <When at={item.held_until} />
            </>
          ) : (
            <When at={item.claimed_at} />
          )}
        </Typography>
      </span>
    );
  }
  if (!item.eligible)
    return (
      <Typography component="span" variant="caption" color="textSecondary">
        {t(`queue.why_not.${item.why_not ?? 'other'}`, { _: t('queue.why_not.other') })}
      </Typography>
    );
  return (
    <Typography component="span" variant="caption" color="textSecondary">
      {item.preferred ? t('queue.for', { name: item.preferred.name }) : t('queue.free')}
    </Typography>
  );
}
