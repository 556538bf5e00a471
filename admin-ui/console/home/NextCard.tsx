import PlayIcon from '@mui/icons-material/PlayArrow';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import { useStartNext } from '../queue/useStartNext.ts';
import { useSummary } from '../queue/useSummary.ts';
import { Panel } from './Panel.tsx';

/** One button: the most urgent item this person may take. */
export function NextCard() {
  const { t } = useSpeech();
  const { run, isPending } = useStartNext();
  const { data } = useSummary();
  const waiting = data?.waiting ?? 0;
  return (
    <Panel title={t('home.next.title')}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {data ? t('home.next.waiting', { smart_count: waiting }) : ' '}
      </Typography>
      <Button
        variant="contained"
        size="medium"
        startIcon={<PlayIcon />}
        loading={isPending}
        onClick={() => run()}
      >
        {t('queue.start_next')}
      </Button>
    </Panel>
  );
}
