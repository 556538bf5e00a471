import MoreIcon from '@mui/icons-material/MoreHoriz';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useSpeech } from '../../shared/text.tsx';
import { useSession } from '../providers/session.ts';
import { type PersonRow, roleNames } from './person.ts';
import { usePersonCommand } from './usePersonCommand.ts';

/** What can be done about one person; nobody changes their own roles. */
export function PersonMenu({ row }: { row: PersonRow }) {
  const { t } = useSpeech();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { mutate, isPending } = usePersonCommand();
  const me = useSession()?.person?.id;
  if (row.id === me) return null;
  const has = (role: string) =>
    role === 'lead' ? row.lead : (row.roles as readonly string[]).includes(role);
  const run = (verb: string, body?: Record<string, unknown>) => {
    setAnchor(null);
    mutate({ path: `/api/people/${row.id}/${verb}`, body });
  };
  return (
    <>
      <IconButton
        size="small"
        disabled={isPending}
        aria-label={t('people.menu', { name: row.name })}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {roleNames.map((role) => (
          <MenuItem key={role} onClick={() => run(has(role) ? 'remove-role' : 'request-role', { role })}>
            {t(has(role) ? 'people.remove_role' : 'people.request_role', { role: t(`role.${role}`) })}
          </MenuItem>
        ))}
        {row.state === 'disabled' ? (
          <MenuItem onClick={() => run('enable')}>{t('people.enable')}</MenuItem>
        ) : (
          <MenuItem onClick={() => run('disable')}>{t('people.disable')}</MenuItem>
        )}
        <MenuItem onClick={() => run('reset-second-factors')}>{t('people.reset_factors')}</MenuItem>
      </Menu>
    </>
  );
}
