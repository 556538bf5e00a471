import KeyboardIcon from '@mui/icons-material/KeyboardOutlined';
import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import { Link } from 'react-router-dom';
import { Brand } from '../../shared/components/Brand.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { FailedJobsSign } from '../failed-jobs/FailedJobsSign.tsx';
import { useLiveState } from '../live/Live.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { useTitle } from './useTitle.ts';

interface Props {
  onMenu: () => void;
  onSearch: () => void;
  onKeys: () => void;
}

function LiveSign() {
  const { t } = useSpeech();
  const state = useLiveState();
  const tone = state === 'live' ? 'good' : state === 'polling' ? 'caution' : 'neutral';
  return (
    <Box
      role="img"
      aria-label={t(`shell.live.${state}`)}
      title={t(`shell.live.${state}`)}
      sx={(theme) => ({
        width: 9,
        height: 9,
        borderRadius: state === 'live' ? '50%' : '2px',
        backgroundColor: theme.palette.tone[tone].line,
      })}
    />
  );
}

/** Search, keys, live sign and the person: always in the same place. */
export function TopBar({ onMenu, onSearch, onKeys }: Props) {
  const { t } = useSpeech();
  useTitle();
  return (
    <Box
      component="header"
      className="no-print"
      sx={(theme) => ({
        position: 'sticky',
        top: 0,
        zIndex: theme.zIndex.appBar,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        height: 48,
        px: { xs: 1, md: 2 },
        borderBottom: `1px solid ${theme.palette.divider}`,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <IconButton aria-label={t('shell.menu')} onClick={onMenu} sx={{ display: { md: 'none' } }}>
        <MenuIcon />
      </IconButton>
      <Box component={Link} to="/" title={t('shell.home')} sx={{ display: 'flex', textDecoration: 'none' }}>
        <Brand />
      </Box>
      <ButtonBase
        onClick={onSearch}
        aria-keyshortcuts="Control+K"
        sx={(theme) => ({
          ml: { xs: 'auto', md: 8 },
          width: { xs: 40, sm: 340 },
          justifyContent: 'flex-start',
          gap: 1,
          px: 1,
          py: 0.5,
          borderRadius: 1,
          fontSize: '0.84rem',
          color: 'text.secondary',
          border: `1px solid ${theme.palette.divider}`,
          backgroundColor: theme.palette.sunken,
        })}
      >
        <SearchIcon sx={{ fontSize: 18 }} />
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' }, flexGrow: 1, textAlign: 'left' }}>
          {t('shell.search')}
        </Box>
        <Box
          component="span"
          sx={{
            position: 'absolute',
            width: '1px',
            height: '1px',
            overflow: 'hidden',
            clipPath: 'inset(50%)',
            display: { sm: 'none' },
          }}
        >
          {t('shell.search')}
        </Box>
        <Box
          component="kbd"
          sx={{ display: { xs: 'none', sm: 'inline' }, fontFamily: 'inherit', fontSize: '0.72rem' }}
        >
          {'Ctrl K'}
        </Box>
      </ButtonBase>
      <Box sx={{ ml: { sm: 'auto' }, display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <FailedJobsSign />
        <LiveSign />
        <IconButton
          aria-label={t('shell.keys')}
          title={t('shell.keys')}
          onClick={onKeys}
          sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
        >
          <KeyboardIcon />
        </IconButton>
        <AccountMenu />
      </Box>
    </Box>
  );
}
