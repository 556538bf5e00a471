import { useNow } from '../clock.ts';
import { exact, relative } from '../format.ts';
import { useSpeech } from '../text.tsx';

/** How long ago or ahead, in the reader's zone, with the exact instant on hover. */
export function When({ at, empty = '–' }: { at: string | null | undefined; empty?: string }) {
  const { t, locale } = useSpeech();
  const now = useNow();
  if (!at) return <span>{empty}</span>;
  return (
    <time style={{ whiteSpace: 'nowrap' }} dateTime={at} title={exact(at, locale)}>
      {relative(at, now, t)}
    </time>
  );
}
