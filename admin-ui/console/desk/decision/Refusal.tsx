import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { problemOf, problemText } from '../../../shared/problem-text.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { blockerText } from './blocker-text.ts';

/** Why the last command was refused, and what can be done; what was written stays. */
export function Refusal() {
  const { t } = useSpeech();
  const { problem, dossier, command, run } = useDesk();
  if (!problem) return null;
  const { code, params, errors } = problemOf(problem);
  const newest = [...dossier.history].sort((a, b) => b.at.localeCompare(a.at))[0];
  const way = (['take_over', 'claim'] as const).find(
    (one) => code === 'not_holder' && command(one)?.allowed && params[one] !== false,
  );
  const blockers = Array.isArray(params.codes) ? (params.codes as string[]) : [];
  return (
    <Alert
      severity={code === 'internal' || code === 'unavailable' ? 'error' : 'warning'}
      role="alert"
      variant="outlined"
      sx={{ mb: 1, py: 0 }}
      action={
        way ? (
          <Button
            color="inherit"
            onClick={() => run(way, way === 'take_over' ? { reason: t('desk.take_over_reason') } : {})}
          >
            {t(`command.${way}`)}
          </Button>
        ) : undefined
      }
    >
      {problemText(t, problem)}
      {code === 'stale_version' && newest && (
        <div>
          {t('desk.newer', {
            what: t(`event.${newest.type}`, { _: newest.type }),
            who: newest.actor.name ?? t(`actor.${newest.actor.kind}`, { _: newest.actor.kind }),
          })}
        </div>
      )}
      {blockers.map((one) => (
        <div key={one}>{blockerText(t, { code: one, params }, dossier)}</div>
      ))}
      {errors?.map((field) => (
        <div key={field.pointer}>
          {field.pointer}: {t(`field.${field.code}`, { ...field.params, _: field.code })}
        </div>
      ))}
    </Alert>
  );
}
