import { QueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode } from 'react';
import {
  AdminContext,
  AdminUI,
  CustomRoutes,
  localStorageStore,
  Resource,
  type Store,
  useLocale,
  useTranslate,
} from 'react-admin';
import { Route } from 'react-router-dom';
import { ApiProblem } from '../shared/api.ts';
import { SpeechProvider } from '../shared/text.tsx';
import { darkTheme, lightTheme } from '../shared/theme.ts';
import { authProvider } from './providers/auth.ts';
import { dataProvider } from './providers/data.ts';
import { makeI18nProvider } from './providers/i18n.ts';
import { Failure } from './shell/Failure.tsx';
import { Missing } from './shell/Missing.tsx';
import { Shell } from './shell/Shell.tsx';
import { Waiting } from './shell/Waiting.tsx';

const Home = lazy(() => import('./home/Home.tsx'));
const SignIn = lazy(() => import('./signin/SignIn.tsx'));
const Invitation = lazy(() => import('./signin/Invitation.tsx'));
const Queue = lazy(() => import('./queue/Queue.tsx'));
const Applications = lazy(() => import('./applications/Applications.tsx'));
const Desk = lazy(() => import('./desk/Desk.tsx'));
const Specialists = lazy(() => import('./specialists/Specialists.tsx'));
const Specialist = lazy(() => import('./specialists/Specialist.tsx'));
const Mails = lazy(() => import('./mails/Mails.tsx'));
const Mail = lazy(() => import('./mails/Mail.tsx'));
const Log = lazy(() => import('./log/Log.tsx'));
const People = lazy(() => import('./people/People.tsx'));
const FailedJobs = lazy(() => import('./failed-jobs/FailedJobs.tsx'));
const ApiKeys = lazy(() => import('./api-keys/ApiKeys.tsx'));
const Policies = lazy(() => import('./policies/Policies.tsx'));
const Policy = lazy(() => import('./policies/Policy.tsx'));
const Agreement = lazy(() => import('./analytics/Agreement.tsx'));
const AgreementCases = lazy(() => import('./analytics/AgreementCases.tsx'));
const Account = lazy(() => import('./account/Account.tsx'));

/** Everything asked of the server is kept here; tests bring their own that does not ask twice. */
export const makeQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // Only what may pass by itself is asked again.
        retry: (count, error) => count < 2 && (!(error instanceof ApiProblem) || error.status >= 500),
      },
    },
  });

const i18nProvider = makeI18nProvider();
const store = localStorageStore('1', 'assay');
const queries = makeQueries();

/** Hands the console's words to the parts it shares with the portal. */
export function SpeechBridge({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const locale = useLocale() ?? 'en';
  return (
    <SpeechProvider t={translate} locale={locale}>
      {children}
    </SpeechProvider>
  );
}

interface Props {
  queryClient?: QueryClient;
  keep?: Store;
}

export function App({ queryClient = queries, keep = store }: Props) {
  return (
    <AdminContext
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={keep}
      theme={lightTheme}
      darkTheme={darkTheme}
    >
      <SpeechBridge>
        <AdminUI
          title="Assay"
          layout={Shell}
          dashboard={Home}
          loginPage={SignIn}
          catchAll={Missing}
          loading={Waiting}
          error={Failure}
          authCallbackPage={false}
          requireAuth
          disableTelemetry
        >
          <Resource name="work-items" list={Queue} />
          <Resource name="applications" list={Applications} show={Desk} />
          <Resource name="specialists" list={Specialists} show={Specialist} />
          <Resource name="mails" list={Mails} show={Mail} />
          <Resource name="log" list={Log} />
          <Resource name="people" list={People} />
          <Resource name="api-keys" list={ApiKeys} />
          <Resource name="failed-jobs" list={FailedJobs} />
          <Resource name="policies" list={Policies} show={Policy} />
          <Resource name="agreement" list={Agreement} />
          <Resource name="agreement-cases" list={AgreementCases} />
          <CustomRoutes>
            <Route path="/account" element={<Account />} />
          </CustomRoutes>
          <CustomRoutes noLayout>
            <Route path="/invitation" element={<Invitation />} />
          </CustomRoutes>
        </AdminUI>
      </SpeechBridge>
    </AdminContext>
  );
}
