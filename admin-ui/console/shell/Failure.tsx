import ReportIcon from '@mui/icons-material/Report';
import Button from '@mui/material/Button';
import { EmptyState } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';

/** A page broke: nothing was sent, and it can be opened again. */
export function Failure({ resetErrorBoundary }: { resetErrorBoundary?: (...args: unknown[]) => void }) {
  const { t } = useSpeech();
  return (
    <EmptyState
      icon={<ReportIcon />}
      title={t('shell.failure.title')}
      hint={t('shell.failure.hint')}
      action={
        <Button
          variant="outlined"
          onClick={() => (resetErrorBoundary ? resetErrorBoundary() : location.reload())}
        >
          {t('common.try_again')}
        </Button>
      }
    />
  );
}
