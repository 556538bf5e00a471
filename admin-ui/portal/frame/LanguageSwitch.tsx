import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useQueryClient } from '@tanstack/react-query';
import { post } from '../../shared/api.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { PortalApplication } from '../wire.ts';
import { useLanguage } from './language.tsx';

const languages = [
  { locale: 'en', key: 'common.english' },
  { locale: 'de', key: 'common.german' },
] as const;

/** The applicant's choice of language; an open application remembers it, for its letters too. */
export function LanguageSwitch() {
  const { t } = useSpeech();
  const { locale, choose } = useLanguage();
  const queries = useQueryClient();
  const change = (next: (typeof languages)[number]['locale']) => {
    choose(next);
    const open = queries.getQueryData<PortalApplication>(['application']);
    if (!open || open.locale === next) return;
    queries.setQueryData(['application'], { ...open, locale: next });
    post('/api/portal/application/locale', { locale: next }).catch(() => undefined);
  };
  return (
    <Box
      role="group"
      aria-label={t('common.language')}
      className="no-print"
      sx={{ display: 'flex', gap: 0.25 }}
    >
      {languages.map(({ locale: one, key }) => (
        <ButtonBase
          key={one}
          lang={one}
          aria-pressed={locale === one}
          onClick={() => change(one)}
          sx={{
            minHeight: 44,
            px: 1,
            fontSize: '0.88rem',
            borderRadius: 1,
            fontWeight: locale === one ? 700 : 400,
            color: locale === one ? 'text.primary' : 'text.secondary',
            textDecoration: locale === one ? 'underline' : 'none',
            textUnderlineOffset: 4,
            textDecorationThickness: 2,
          }}
        >
          {t(key)}
        </ButtonBase>
      ))}
    </Box>
  );
}
