import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';

function Broken() {
  const { t } = useSpeech();
  return (
    <EmptyState
      title={t('portal.broken.title')}
      hint={t('portal.broken.text')}
      action={
        <Button variant="contained" onClick={() => window.location.reload()}>
          {t('portal.save.reload')}
        </Button>
      }
    />
  );
}

/** A part of the page that fails says so, instead of leaving an empty one. */
export class Guard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
