import EditIcon from '@mui/icons-material/EditNoteOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { Line, Lines, None } from './Line.tsx';
import { Panel } from './Panel.tsx';
import { type HomeNews, useHome } from './useHome.ts';

type Step = HomeNews['colleagues'][number];

function Colleague({ step }: { step: Step }) {
  const { t } = useSpeech();
  const why = step.step === 'rejected' ? step.codes.map((code) => t(`reason.${code}`)).join(', ') : '';
  return (
    <Line
      application={step.application}
      small={
        <>
          {t(`home.changed.step.${step.step}`, { who: step.by.name, why })} · <When at={step.at} />
          {step.reason && (
            <Typography variant="body2" color="textPrimary">
              “{step.reason}”
            </Typography>
          )}
        </>
      }
    />
  );
}

/** Answers that came, and what colleagues did with this person's decisions and why; Enter goes on with a letter. */
export function Changed() {
  const { t } = useSpeech();
  const { data, error, isPending, refetch } = useHome();
  const nothing = data && data.answers.length + data.colleagues.length === 0;
  return (
    <Panel
      title={t(data && !data.left ? 'home.changed.title_week' : 'home.changed.title')}
      aside={
        data?.left && (
          <Typography variant="caption" color="textSecondary">
            <When at={data.since} />
          </Typography>
        )
      }
    >
      {isPending && <LoadingLines lines={4} />}
      {error && <ProblemNotice error={error} onRetry={() => refetch()} />}
      {data?.draft && (
        <Button
          component={RouterLink}
          to={`/applications/${data.draft.application.id}/show?compose=${data.draft.kind}`}
          autoFocus
          variant="outlined"
          startIcon={<EditIcon />}
          sx={{ mb: 1 }}
        >
          {t('home.draft.resume', { name: data.draft.application.trading_name })}
        </Button>
      )}
      {nothing && <None>{t('home.changed.none')}</None>}
      <Lines>
        {data?.answers.map((one) => (
          <Line
            key={one.application.id}
            application={one.application}
            small={
              <>
                {t('home.changed.answered', { smart_count: one.items })} · <When at={one.at} />
              </>
            }
          />
        ))}
        {data?.colleagues.map((step) => (
          <Colleague key={`${step.application.id}${step.step}${step.at}`} step={step} />
        ))}
      </Lines>
    </Panel>
  );
}
