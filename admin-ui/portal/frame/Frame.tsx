import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Brand } from '../../shared/components/Brand.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

interface Props {
  children: ReactNode;
  dark: boolean;
  onMode: () => void;
}

/** The page around everything: the mark, the language, light or dark, and the small print. */
export function Frame({ children, dark, onMode }: Props) {
  const { t } = useSpeech();
  return (
    <Box sx={{ minHeight: '100dvh', display: 'flex', flexDirection: 'column' }}>
      <Link
        href="#main"
        sx={{
          position: 'absolute',
          left: -9999,
          '&:focus': { left: 8, top: 8, zIndex: 20, p: 1, bgcolor: 'background.paper' },
        }}
      >
        {t('portal.skip')}
      </Link>
      <Box
        component="header"
        sx={{
          position: 'sticky',
          top: 0,
          zIndex: 6,
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: { xs: 2, sm: 3 },
          height: 56,
          bgcolor: 'background.paper',
          borderBottom: '1px solid',
          borderColor: 'divider',
          '@media print': { position: 'static' },
        }}
      >
        <Link href="/portal/" underline="none" aria-label={t('portal.home')} sx={{ display: 'flex' }}>
          <Brand />
        </Link>
        <Box sx={{ flex: 1 }} />
        <LanguageSwitch />
        <Button
          className="no-print"
          onClick={onMode}
          aria-label={t(dark ? 'portal.to_light' : 'portal.to_dark')}
          title={t(dark ? 'portal.to_light' : 'portal.to_dark')}
          sx={{ minWidth: 44, px: 0 }}
        >
          <span aria-hidden>{dark ? '☀' : '☾'}</span>
        </Button>
      </Box>
      <Box
        component="main"
        id="main"
        tabIndex={-1}
        sx={{
          flex: 1,
          width: '100%',
          maxWidth: 1140,
          mx: 'auto',
          px: { xs: 2, sm: 3 },
          pt: { xs: 2.5, md: 4 },
          outline: 'none',
        }}
      >
        {children}
      </Box>
      <Box
        component="footer"
        className="no-print"
        sx={{ px: 3, py: 2, textAlign: 'center', fontSize: '0.8rem', color: 'text.secondary' }}
      >
        {t('portal.footer')}
      </Box>
    </Box>
  );
}
