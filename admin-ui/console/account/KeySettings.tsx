import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import { Panel } from '../home/Panel.tsx';
import { keyPreferencesOf, type ShortcutName, shortcutDefaults, shortcutNames } from '../keys/shortcuts.ts';
import { useSession } from '../providers/session.ts';
import { usePreferences } from './usePreferences.ts';

/** Single keys can be turned off together, one by one, or bound to another key (WCAG 2.1.4). */
export function KeySettings() {
  const { t } = useSpeech();
  const preferences = keyPreferencesOf(useSession());
  const { mutate, isPending } = usePreferences();
  const on = preferences.single_keys !== false;
  const keys = preferences.keys ?? {};
  const bind = (name: ShortcutName, key: string | null) => mutate({ keys: { ...keys, [name]: key } });
  const present = (name: ShortcutName) => (keys[name] === undefined ? shortcutDefaults[name] : keys[name]);
  return (
    <Panel title={t('account.keys')}>
      <FormControlLabel
        control={
          <Switch
            checked={on}
            disabled={isPending}
            onChange={(_event, next) => mutate({ single_keys: next })}
          />
        }
        label={t('account.single_keys')}
      />
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mb: 1 }}>
        {t('account.keys_hint')}
      </Typography>
      {shortcutNames.map((name) => {
        const key = present(name);
        const twice = key !== null && shortcutNames.some((other) => other !== name && present(other) === key);
        return (
          <Box key={name} sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.375 }}>
            <TextField
              value={key ?? ''}
              disabled={!on || isPending}
              error={twice}
              sx={{ width: 72 }}
              slotProps={{
                htmlInput: {
                  'aria-label': t('account.key_for', { what: t(`keys.${name}`) }),
                  maxLength: 1,
                  style: { textAlign: 'center' },
                },
              }}
              placeholder={t('keys.off')}
              onKeyDown={(event) => {
                if (event.ctrlKey || event.metaKey || event.altKey) return;
                if (event.key === 'Backspace' || event.key === 'Delete') bind(name, null);
                else if (event.key.length === 1 && event.key !== ' ') bind(name, event.key);
                else return;
                event.preventDefault();
              }}
              onChange={() => undefined}
            />
            <Typography variant="body2" sx={{ flexGrow: 1 }}>
              {t(`keys.${name}`)}
              {twice ? ` (${t('account.key_twice')})` : ''}
            </Typography>
            {keys[name] !== undefined && keys[name] !== shortcutDefaults[name] && (
              <Button color="inherit" disabled={isPending} onClick={() => bind(name, shortcutDefaults[name])}>
                {t('account.reset')}
              </Button>
            )}
          </Box>
        );
      })}
    </Panel>
  );
}
