import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import LogoutIcon from '@mui/icons-material/LogoutOutlined';
import TranslateIcon from '@mui/icons-material/TranslateOutlined';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useLocaleState, useLogout, useTheme } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useSpeech } from '../../shared/text.tsx';
import { languages } from '../providers/i18n.ts';
import { useSession } from '../providers/session.ts';

/** Who is signed in; language, light and dark, the account, the way out. */
export function AccountMenu() {
  const { t } = useSpeech();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [theme, setTheme] = useTheme();
  const [locale, setLocale] = useLocaleState();
  const logout = useLogout();
  const navigate = useNavigate();
  const person = useSession()?.person;
  const close = () => setAnchor(null);
  const roles = (person?.roles ?? []).map((role) => t(`role.${role}`));
  return (
    <>
      <IconButton
        aria-label={t('shell.account_menu', { name: person?.name ?? '' })}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <AccountIcon />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        <Box sx={{ px: 2, py: 1 }} component="li" role="presentation">
          <Typography variant="subtitle2">{person?.name}</Typography>
          <Typography variant="caption" color="textSecondary">
            {roles.join(', ')}
            {person?.lead ? `, ${t('role.lead')}` : ''}
          </Typography>
        </Box>
        <Divider component="li" />
        <MenuItem
          onClick={() => {
            close();
            navigate('/account');
          }}
        >
          <ListItemIcon>
            <AccountIcon fontSize="small" />
          </ListItemIcon>
          {t('shell.my_account')}
        </MenuItem>
        <MenuItem onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
          <ListItemIcon>
            {theme === 'dark' ? <LightIcon fontSize="small" /> : <DarkIcon fontSize="small" />}
          </ListItemIcon>
          {t(theme === 'dark' ? 'shell.to_light' : 'shell.to_dark')}
        </MenuItem>
        {languages
          .filter((language) => language.locale !== locale)
          .map((language) => (
            <MenuItem key={language.locale} lang={language.locale} onClick={() => setLocale(language.locale)}>
              <ListItemIcon>
                <TranslateIcon fontSize="small" />
              </ListItemIcon>
              {language.name}
            </MenuItem>
          ))}
        <Divider component="li" />
        <MenuItem onClick={() => logout()}>
          <ListItemIcon>
            <LogoutIcon fontSize="small" />
          </ListItemIcon>
          {t('shell.sign_out')}
        </MenuItem>
      </Menu>
    </>
  );
}
