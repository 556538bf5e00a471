import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useSpeech } from '../../shared/text.tsx';
import { keyOf, keyPreferencesOf, shortcutNames } from '../keys/shortcuts.ts';
import { useSession } from '../providers/session.ts';

const chords = [
  ['Ctrl K', 'palette'],
  ['Ctrl Enter', 'decide'],
  ['Esc', 'close'],
] as const;

export function Key({ children }: { children: string }) {
  return (
    <Box
      component="kbd"
      sx={(theme) => ({
        fontFamily: 'inherit',
        fontSize: '0.76rem',
        fontWeight: 600,
        px: 0.75,
        py: '1px',
        borderRadius: 0.75,
        border: `1px solid ${theme.palette.divider}`,
        borderBottomWidth: 2,
        backgroundColor: theme.palette.sunken,
        whiteSpace: 'nowrap',
      })}
    >
      {children}
    </Box>
  );
}

/** Lists every key as this person has them. */
export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useSpeech();
  const preferences = keyPreferencesOf(useSession());
  const rows = [
    ...shortcutNames.map((name) => [keyOf(name, preferences) ?? t('keys.off'), name] as const),
    ...chords,
  ];
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" aria-labelledby="keys-title">
      <DialogTitle id="keys-title">{t('keys.title')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '8px 16px', m: 0 }}>
          {rows.map(([key, name]) => (
            <Box key={name} sx={{ display: 'contents' }}>
              <Box component="dt">
                <Key>{key}</Key>
              </Box>
              <Typography component="dd" variant="body2" sx={{ m: 0 }}>
                {t(`keys.${name}`)}
              </Typography>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button component={Link} to="/account" onClick={onClose}>
          {t('keys.change')}
        </Button>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
