import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ApiProblem } from '../shared/api.ts';
import { LoadingLines } from '../shared/components/states.tsx';
import { useSpeech } from '../shared/text.tsx';
import { Frame } from './frame/Frame.tsx';
import { Guard } from './frame/Guard.tsx';
import { inBrowser, keep, kept } from './frame/keep.ts';
import { LanguageProvider } from './frame/language.tsx';
import { usePlace } from './frame/place.ts';
import { portalDark, portalLight } from './frame/theme.ts';

const Start = lazy(() => import('./start/Start.tsx'));
const Entry = lazy(() => import('./entry/Entry.tsx'));

export const makeQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: false,
        // Only what may pass by itself is asked again.
        retry: (count, error) => count < 2 && error instanceof ApiProblem && error.status >= 500,
      },
    },
  });

const modeName = 'assay.portal.mode';

/** Light or dark as the device has it, until the reader says otherwise. */
function useMode(): [boolean, () => void] {
  const device = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [chosen, setChosen] = useState(() => kept(modeName, inBrowser));
  const dark = chosen === null ? device : chosen === 'dark';
  const turn = () => {
    const next = dark ? 'light' : 'dark';
    keep(modeName, next, inBrowser);
    setChosen(next);
  };
  return [dark, turn];
}

function Pages() {
  const { t } = useSpeech();
  const { path } = usePlace();
  const open = path.startsWith('/portal/application');
  useEffect(() => {
    document.title = t(open ? 'portal.title_application' : 'portal.title');
  }, [t, open]);
  return <Suspense fallback={<LoadingLines />}>{open ? <Entry /> : <Start />}</Suspense>;
}

export function App({ queries }: { queries?: QueryClient }) {
  const [wantsDark, turn] = useMode();
  // paper is white
  const dark = useMediaQuery('screen', { noSsr: true }) && wantsDark;
  const [client] = useState(() => queries ?? makeQueries());
  return (
    <ThemeProvider theme={dark ? portalDark : portalLight}>
      <CssBaseline enableColorScheme />
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <Frame dark={dark} onMode={turn}>
            <Guard>
              <Pages />
            </Guard>
          </Frame>
        </LanguageProvider>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
