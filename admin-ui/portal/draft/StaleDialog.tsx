import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import { clock } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { Document } from '../wire.ts';
import { useDraft, useView } from './hooks.tsx';
import { same } from './same.ts';

const parts = [
  'organisation',
  'responsible_person',
  'offer',
  'case_studies',
  'lead_to_opportunity',
  'statement',
  'sourcing',
  'references',
  'confirmed',
] as const;

/** The parts in which two documents differ, in the form's order. */
export const differing = (a: Document, b: Document): string[] =>
  parts.filter((part) => !same(a[part], b[part]));

/** Another tab saved a newer text: shows where the two differ and lets the applicant choose; neither is lost before. */
export function StaleDialog() {
  const { t, locale } = useSpeech();
  const draft = useDraft();
  const newer = useView((view) => view.newer);
  const mine = useView((view) => view.document);
  if (!newer) return null;
  const time = newer.saved_at ? clock(newer.saved_at, locale) : '–';
  return (
    <Dialog open aria-labelledby="stale-title" aria-describedby="stale-text">
      <DialogTitle id="stale-title">{t('portal.stale.title')}</DialogTitle>
      <DialogContent id="stale-text">
        <Typography>{t('portal.stale.text', { time })}</Typography>
        <Typography sx={{ mt: 1.5, fontWeight: 650 }}>{t('portal.stale.differ')}</Typography>
        <List dense disablePadding sx={{ listStyle: 'disc', pl: 3 }}>
          {differing(mine, newer.document).map((part) => (
            <ListItem key={part} disableGutters sx={{ display: 'list-item', py: 0 }}>
              {t(`portal.field.${part}.label`)}
            </ListItem>
          ))}
        </List>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1, px: 3, pb: 2.5 }}>
        <Button variant="outlined" onClick={() => draft.takeNewer()}>
          {t('portal.stale.take')}
        </Button>
        <Button variant="contained" onClick={() => draft.keepMine()}>
          {t('portal.stale.keep')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
