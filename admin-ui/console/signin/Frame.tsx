import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import type { ReactNode } from 'react';
import { useLocaleState } from 'react-admin';
import { Brand } from '../../shared/components/Brand.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { languages } from '../providers/i18n.ts';

/** The quiet page around everything before the desk. */
export function Frame({ children, wide }: { children: ReactNode; wide?: boolean }) {
  const { t } = useSpeech();
  const [locale, setLocale] = useLocaleState();
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box sx={{ width: '100%', maxWidth: wide ? 880 : 400 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 2 }}>
          <Brand size={28} />
          <Box component="nav" aria-label={t('common.language')}>
            {languages.map((language) => (
              <Button
                key={language.locale}
                lang={language.locale}
                size="small"
                aria-pressed={language.locale === locale}
                color={language.locale === locale ? 'primary' : 'inherit'}
                onClick={() => setLocale(language.locale)}
              >
                {language.name}
              </Button>
            ))}
          </Box>
        </Box>
        <Card sx={{ p: { xs: 2.5, sm: 4 } }}>{children}</Card>
      </Box>
    </Box>
  );
}
