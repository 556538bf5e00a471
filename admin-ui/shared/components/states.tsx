import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { problemOf, problemText } from '../problem-text.ts';
import { useSpeech } from '../text.tsx';

interface EmptyProps {
  title: string;
  hint?: string;
  action?: ReactNode;
  icon?: ReactNode;
}

/** Nothing is here: says why, and what to do. */
export function EmptyState({ title, hint, action, icon }: EmptyProps) {
  return (
    <Box sx={{ textAlign: 'center', py: 6, px: 2, color: 'text.secondary' }}>
      {icon && <Box sx={{ mb: 1, '& svg': { fontSize: 36, opacity: 0.6 } }}>{icon}</Box>}
      <Typography variant="h3" component="p" color="textPrimary">
        {title}
      </Typography>
      {hint && (
        <Typography variant="body2" sx={{ mt: 0.5, maxWidth: 460, mx: 'auto' }}>
          {hint}
        </Typography>
      )}
      {action && <Box sx={{ mt: 2 }}>{action}</Box>}
    </Box>
  );
}

const widths = ['92%', '78%', '85%', '66%', '88%', '72%', '81%', '94%', '69%', '90%'];

/** Lines that hold the place of what is loading; nothing jumps when it comes. */
export function LoadingLines({ lines = 6 }: { lines?: number }) {
  const { t } = useSpeech();
  return (
    <Box role="status" aria-label={t('common.loading')} sx={{ py: 1 }}>
      {widths.slice(0, lines).map((width) => (
        <Skeleton key={width} width={width} height={26} />
      ))}
    </Box>
  );
}

/** Something failed: what happened, what to do, the request number, and a way to try again. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useSpeech();
  const problem = problemOf(error);
  const severity = problem.status >= 500 || problem.status === 0 ? 'error' : 'warning';
  return (
    <Alert
      severity={severity}
      role="alert"
      variant="outlined"
      action={
        onRetry && (
          <Button color="inherit" onClick={onRetry}>
            {t('common.try_again')}
          </Button>
        )
      }
    >
      {problemText(t, error)}
      {problem.request_id && problem.status >= 500 && (
        <Typography variant="caption" component="div" sx={{ mt: 0.5, opacity: 0.8 }}>
          {t('common.request_number', { id: problem.request_id })}
        </Typography>
      )}
    </Alert>
  );
}
