import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import { NavLink, useLocation } from 'react-router-dom';
import { useSpeech } from '../../shared/text.tsx';
import { tabular } from '../../shared/theme.ts';
import { useMay } from '../providers/session.ts';
import { useSummary } from '../queue/useSummary.ts';
import { places } from './places.tsx';

/** Where one can go; the queue says how much is overdue. */
export function Nav({ onGo }: { onGo?: () => void }) {
  const { t } = useSpeech();
  const may = useMay();
  const { pathname } = useLocation();
  const { data: summary } = useSummary();
  const open = places.filter((place) => !place.permission || may(place.permission));
  return (
    <Box component="nav" aria-label={t('shell.nav')} sx={{ py: 1, px: 1 }}>
      <List dense disablePadding>
        {open.map(({ to, key, icon: Icon }) => {
          const here = to === '/' ? pathname === '/' : pathname.startsWith(to);
          const late = key === 'queue' && summary ? summary.overdue : 0;
          return (
            <li key={to}>
              <ListItemButton
                component={NavLink}
                to={to}
                selected={here}
                aria-current={here ? 'page' : undefined}
                onClick={onGo}
                sx={{ borderRadius: 1, mb: 0.25, py: 0.5 }}
              >
                <ListItemIcon sx={{ minWidth: 32, color: here ? 'primary.main' : 'text.secondary' }}>
                  <Icon />
                </ListItemIcon>
                <ListItemText
                  primary={t(`shell.place.${key}`)}
                  slotProps={{ primary: { sx: { fontWeight: here ? 650 : 500 } } }}
                />
                {late > 0 && (
                  <Box
                    component="span"
                    title={t('shell.overdue', { smart_count: late })}
                    sx={(theme) => ({
                      ...tabular,
                      fontSize: '0.72rem',
                      fontWeight: 700,
                      px: 0.75,
                      borderRadius: 2,
                      color: theme.palette.tone.bad.fg,
                      backgroundColor: theme.palette.tone.bad.bg,
                    })}
                  >
                    {late}
                  </Box>
                )}
              </ListItemButton>
            </li>
          );
        })}
      </List>
    </Box>
  );
}
