import { lazy, Suspense, useEffect, useRef } from 'react';
import { LoadingLines } from '../../shared/components/states.tsx';
import { useLanguage } from '../frame/language.tsx';
import { LinkProblem } from './LinkProblem.tsx';
import { useApplication } from './useApplication.ts';

const ApplyForm = lazy(() => import('../form/ApplyForm.tsx'));
const Fix = lazy(() => import('../fix/Fix.tsx'));
const Status = lazy(() => import('../status/Status.tsx'));

/** What a link opens: the form, the items to fix, or where the application stands. */
export default function Entry() {
  const { session, application, refresh, error, retry } = useApplication();
  const { choose } = useLanguage();
  const spoken = useRef(false);
  const locale = application.data?.locale;
  useEffect(() => {
    if (!locale || spoken.current) return;
    spoken.current = true;
    choose(locale);
  }, [locale, choose]);

  if (error) return <LinkProblem error={error} onRetry={retry} />;
  if (session.data?.state === 'none') return <LinkProblem error={null} onRetry={retry} />;
  const { data } = application;
  if (!data) return <LoadingLines lines={8} />;
  const writes = session.data?.purpose !== 'status';
  const page = () => {
    if (data.state === 'draft' && writes)
      return <ApplyForm key={data.id} application={data} onChanged={refresh} />;
    if (data.state === 'changes_requested' && writes)
      return <Fix key={`${data.id} ${data.round}`} application={data} onChanged={refresh} />;
    return <Status application={data} onChanged={refresh} />;
  };
  return <Suspense fallback={<LoadingLines lines={8} />}>{page()}</Suspense>;
}
