import { LoadingLines } from '../../shared/components/states.tsx';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { Urgency } from '../queue/Urgency.tsx';
import { Line, Lines, None } from './Line.tsx';
import { Panel } from './Panel.tsx';
import { useHome } from './useHome.ts';

/** What this person can decide now, what falls due first at the top. */
export function Decide() {
  const { t } = useSpeech();
  const { data, isPending } = useHome();
  const kindOf = (kind: string, held: boolean) =>
    `${t(`item_kind.${kind}`)}, ${t(held ? 'home.decide.yours' : kind === 'application' ? 'home.decide.kept' : 'queue.free')}`;
  return (
    <Panel title={t('home.decide.title')}>
      {isPending && <LoadingLines lines={3} />}
      {data?.decide.length === 0 && <None>{t('home.decide.none')}</None>}
      <Lines>
        {data?.decide.map((one) => (
          <Line
            key={`${one.application.id}${one.kind}`}
            application={one.application}
            small={kindOf(one.kind, one.held)}
            aside={<Urgency dueAt={one.due_at} shareUsed={0} />}
          />
        ))}
      </Lines>
    </Panel>
  );
}

/** What this person started and somebody else has to go on with. */
export function WaitsOnOthers() {
  const { t } = useSpeech();
  const { data, isPending } = useHome();
  return (
    <Panel title={t('home.others.title')}>
      {isPending && <LoadingLines lines={3} />}
      {data?.waiting.length === 0 && <None>{t('home.others.none')}</None>}
      <Lines>
        {data?.waiting.map((one) => (
          <Line
            key={`${one.application.id}${one.for}`}
            application={one.application}
            small={
              <>
                {t(`home.others.${one.for}`)}
                {one.until && (
                  <>
                    {' · '}
                    <When at={one.until} />
                  </>
                )}
              </>
            }
          />
        ))}
      </Lines>
    </Panel>
  );
}
