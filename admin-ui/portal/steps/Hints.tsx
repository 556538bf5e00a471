import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { post } from '../../shared/api.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useDraft, useView } from '../draft/hooks.tsx';
import type { Document, Hint } from '../wire.ts';

const enough = 80;

const asked = ({ statement, sourcing, offer }: Pick<Document, 'statement' | 'sourcing' | 'offer'>) => ({
  statement: statement ?? '',
  sourcing: sourcing ?? {},
  channels: offer?.channels ?? [],
  regions: offer?.regions ?? [],
});

/** Asks for hints when the step is opened and shortly after each pause in typing, also while a save has to wait. */
function useHints(): Hint[] | null {
  const draft = useDraft();
  const hints = useView((view) => view.hints);
  const statement = useView((view) => view.document.statement);
  const sourcing = useView((view) => view.document.sourcing);
  const offer = useView((view) => view.document.offer);
  const first = hints === null;
  useEffect(() => {
    let current = true;
    const ask = async () => {
      try {
        const reply = await post<{ hints: Hint[] }>(
          '/api/portal/application/hints',
          asked({ statement, sourcing, offer }),
        );
        if (current) draft.heard(reply.hints);
      } catch {
        // hints are a courtesy: the text is safe and the form goes on without them
      }
    };
    const timer = setTimeout(() => void ask(), first ? 0 : 700);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [draft, first, statement, sourcing, offer]);
  return hints;
}

/** What a reader has not found yet, in plain words. Never a score, never a verdict. */
export function Hints() {
  const { t } = useSpeech();
  const hints = useHints();
  const length = useView((view) => view.document.statement?.trim().length ?? 0);
  const body = () => {
    if (length < enough) return <Typography variant="body2">{t('portal.hints.begin')}</Typography>;
    if (hints === null) return <Typography variant="body2">{t('portal.hints.reading')}</Typography>;
    if (hints.length === 0) return <Typography variant="body2">{t('portal.hints.none')}</Typography>;
    return (
      <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
        {hints.map(({ criterion, hint }) => (
          <Box
            component="li"
            key={criterion}
            data-hint={criterion}
            sx={{ display: 'grid', gridTemplateColumns: '18px 1fr', gap: 0.75 }}
          >
            <span aria-hidden>{hint === 'missing' ? '○' : '◐'}</span>
            <Typography variant="body2">{t(`portal.hint.${criterion}.${hint}`)}</Typography>
          </Box>
        ))}
      </Box>
    );
  };
  return (
    <Box
      component="aside"
      aria-live="polite"
      aria-label={t('portal.hints.title')}
      className="no-print"
      sx={{
        position: { lg: 'sticky' },
        top: 84,
        p: 2,
        mb: 3,
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        maxHeight: { lg: 'calc(100vh - 190px)' },
        overflow: 'auto',
      }}
    >
      <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
        {t('portal.hints.title')}
      </Typography>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 0, mb: 1.5 }}>
        {t('portal.hints.about')}
      </Typography>
      {body()}
    </Box>
  );
}
