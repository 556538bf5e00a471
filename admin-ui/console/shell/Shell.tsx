import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { LoadingLines } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { useChord, useShortcuts } from '../keys/useShortcuts.ts';
import { Live } from '../live/Live.tsx';
import { useStartNext } from '../queue/useStartNext.ts';
import { Boundary } from './Boundary.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { Nav } from './Nav.tsx';
import { Palette } from './Palette.tsx';
import { TopBar } from './TopBar.tsx';

type Overlay = 'menu' | 'search' | 'keys' | null;

function Frame({ children }: { children: ReactNode }) {
  const { t } = useSpeech();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const startNext = useStartNext();
  const close = () => setOverlay(null);
  useShortcuts({
    help: () => setOverlay('keys'),
    search: () => setOverlay('search'),
    next: startNext.allowed ? startNext.run : undefined,
  });
  useChord('k', () => setOverlay('search'));
  useEffect(() => {
    // A new page is read from its start, by eye and by screen reader.
    if (pathname) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <Box
        component="a"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
        sx={{
          position: 'absolute',
          left: -9999,
          '&:focus': { left: 8, top: 8, zIndex: 2000, p: 1, backgroundColor: 'background.paper' },
        }}
      >
        {t('ra.navigation.skip_nav')}
      </Box>
      <TopBar
        onMenu={() => setOverlay('menu')}
        onSearch={() => setOverlay('search')}
        onKeys={() => setOverlay('keys')}
      />
      <Box sx={{ display: 'flex', alignItems: 'stretch', minHeight: 'calc(100vh - 48px)' }}>
        <Box
          className="no-print"
          sx={{
            display: { xs: 'none', md: 'block' },
            width: 188,
            flexShrink: 0,
            borderRight: 1,
            borderColor: 'divider',
            backgroundColor: 'background.paper',
          }}
        >
          <Box sx={{ position: 'sticky', top: 48 }}>
            <Nav />
          </Box>
        </Box>
        <Box
          component="main"
          id="main"
          ref={main}
          tabIndex={-1}
          sx={{ flexGrow: 1, minWidth: 0, outline: 'none', px: { xs: 1.5, md: 2.5 }, py: 2 }}
        >
          <Boundary place={pathname}>
            <Suspense fallback={<LoadingLines lines={8} />}>{children}</Suspense>
          </Boundary>
        </Box>
      </Box>
      <Drawer open={overlay === 'menu'} onClose={close}>
        <Box sx={{ width: 240 }}>
          <Nav onGo={close} />
        </Box>
      </Drawer>
      <Palette open={overlay === 'search'} onClose={close} />
      <KeyHelp open={overlay === 'keys'} onClose={close} />
    </>
  );
}

/** The frame of every page: top bar, places, keys, live updates. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <Live>
      <Frame>{children}</Frame>
    </Live>
  );
}
