import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import { useLocaleState, useTheme } from 'react-admin';
import { useSpeech } from '../../shared/text.tsx';
import { Panel } from '../home/Panel.tsx';
import { languages } from '../providers/i18n.ts';
import { usePreferences } from './usePreferences.ts';

/** Language, and light or dark. */
export function Looks() {
  const { t } = useSpeech();
  const [locale, setLocale] = useLocaleState();
  const [theme, setTheme] = useTheme();
  const { mutate } = usePreferences();
  return (
    <Panel title={t('account.looks')}>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <ButtonGroup size="small" aria-label={t('common.language')}>
          {languages.map((language) => (
            <Button
              key={language.locale}
              lang={language.locale}
              aria-pressed={language.locale === locale}
              variant={language.locale === locale ? 'contained' : 'outlined'}
              onClick={() => {
                setLocale(language.locale);
                mutate({ locale: language.locale });
              }}
            >
              {language.name}
            </Button>
          ))}
        </ButtonGroup>
        <ButtonGroup size="small" aria-label={t('account.theme')}>
          {(['light', 'dark'] as const).map((name) => (
            <Button
              key={name}
              aria-pressed={theme === name}
              variant={theme === name ? 'contained' : 'outlined'}
              onClick={() => setTheme(name)}
            >
              {t(`common.${name}`)}
            </Button>
          ))}
        </ButtonGroup>
      </Box>
    </Panel>
  );
}
