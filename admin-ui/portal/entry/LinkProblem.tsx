import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { problemOf, problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { NewLink } from './NewLink.tsx';

const own = ['link_invalid', 'link_expired', 'link_used', 'too_many_requests', 'offline'] as const;
const known = (code: string): string => own.find((one) => one === code) ?? 'other';

/** A link that opens nothing, or no link at all: why, and what to do now. */
export function LinkProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useSpeech();
  const { code, status } = problemOf(error);
  const kind = error === null || [401, 403].includes(status) ? 'none' : known(code);
  const again = kind === 'offline' || kind === 'other' || kind === 'too_many_requests';
  return (
    <Box sx={{ maxWidth: 560, mx: 'auto', py: { xs: 2, md: 6 } }}>
      <div role="alert">
        <Typography variant="h1" sx={{ mb: 1.5 }}>
          {t(`portal.link.${kind}.title`)}
        </Typography>
        <Typography sx={{ mb: 1.5 }}>
          {kind === 'other' ? problemText(t, error) : t(`portal.link.${kind}.text`)}
        </Typography>
      </div>
      <Typography color="textSecondary" sx={{ mb: 3 }}>
        {t(`portal.link.${kind}.what`)}
      </Typography>
      {!again && <NewLink />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {again && (
          <Button variant="contained" onClick={onRetry}>
            {t('common.try_again')}
          </Button>
        )}
        <Button variant="outlined" href="/portal/">
          {t('portal.link.start')}
        </Button>
      </Box>
    </Box>
  );
}
