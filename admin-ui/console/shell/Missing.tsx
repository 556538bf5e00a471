import SearchOffIcon from '@mui/icons-material/SearchOff';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';

export function Missing() {
  const { t } = useSpeech();
  return (
    <EmptyState
      icon={<SearchOffIcon />}
      title={t('shell.missing.title')}
      hint={t('shell.missing.hint')}
      action={
        <Button component={Link} to="/" variant="outlined">
          {t('shell.home')}
        </Button>
      }
    />
  );
}
