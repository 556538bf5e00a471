import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { fieldText, problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useView } from '../draft/hooks.tsx';
import { pathOf } from '../draft/path.ts';
import { itemWords } from './steps.ts';

/** Saving stopped: why, which answers stand in the way, and what to do. */
export function ClosedNotice({ onReload }: { onReload: () => void }) {
  const { t } = useSpeech();
  const state = useView((view) => view.state);
  const problem = useView((view) => view.problem);
  if (!problem || (state !== 'closed' && state !== 'refused')) return null;
  return (
    <Alert
      severity="error"
      variant="outlined"
      role="alert"
      sx={{ mb: 3 }}
      action={
        state === 'closed' && (
          <Button color="inherit" onClick={onReload}>
            {t('portal.save.reload')}
          </Button>
        )
      }
    >
      {state === 'closed'
        ? `${problemText(t, { body: problem })} ${t('portal.save.closed_more')}`
        : t('portal.save.refused_more')}
      {state === 'refused' && (
        <ul>
          {(problem.errors ?? []).map(({ pointer, code, params }) => (
            <li key={pointer}>{`${itemWords(t, pathOf(pointer))}: ${fieldText(t, code, params)}`}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
