import Box from '@mui/material/Box';
import { useParams } from 'react-router-dom';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { DeskPage } from './DeskPage.tsx';
import { useDossier } from './state/useDossier.ts';

function Loaded({ id }: { id: string }) {
  const { data, error, refetch } = useDossier(id);
  if (data) return <DeskPage dossier={data} stale={error} />;
  if (error)
    return (
      <Box sx={{ maxWidth: 640 }}>
        <ProblemNotice error={error} onRetry={() => refetch()} />
      </Box>
    );
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { md: '1fr 1fr' } }}>
      <LoadingLines lines={10} />
      <LoadingLines lines={10} />
    </Box>
  );
}

/** The review desk of one application. */
export default function Desk() {
  const { id = '' } = useParams();
  return (
    <Allowed permission="applications.read">
      <Loaded key={id} id={decodeURIComponent(id)} />
    </Allowed>
  );
}
