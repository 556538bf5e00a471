import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import { useMay, useSession } from '../providers/session.ts';
import { SummaryLine } from '../queue/SummaryLine.tsx';
import { Changed } from './Changed.tsx';
import { Decide, WaitsOnOthers } from './Decide.tsx';
import { ItemCard } from './ItemCard.tsx';
import { NextCard } from './NextCard.tsx';
import { Streams } from './Streams.tsx';
import { WaitingOnOthers } from './WaitingOnOthers.tsx';
import { Week } from './Week.tsx';
import { Welcome } from './Welcome.tsx';

/** What to do now: by role, the next item first. */
export default function Home() {
  const { t } = useSpeech();
  const may = useMay();
  const name = useSession()?.person?.name.split(' ')[0] ?? '';
  const works = may('queue.work');
  if (!may('queue.read')) return <Welcome name={name} />;
  return (
    <Box sx={{ maxWidth: 1160 }}>
      <Typography variant="h1" sx={{ mb: 1.5 }}>
        {t('home.hello', { name })}
      </Typography>
      <SummaryLine />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1fr 1fr' }, alignItems: 'start' }}>
        {works && <Changed />}
        {works && <NextCard />}
        {works && <Decide />}
        {works && <WaitsOnOthers />}
        {works && <Week />}
        <ItemCard name="overdue" filter={{ overdue: true }} />
        <ItemCard name="held" filter={{ state: 'held' }} />
        {!works && <WaitingOnOthers />}
        <Streams />
      </Box>
    </Box>
  );
}
