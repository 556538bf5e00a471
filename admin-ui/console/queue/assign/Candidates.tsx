import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../../shared/api.ts';
import { LoadingLines, ProblemNotice } from '../../../shared/components/states.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import type { Candidate, WorkItem } from '../../api/work-item.ts';
import { backToQueue } from './useAssign.ts';

export function useCandidates(items: readonly WorkItem[]) {
  const ids = items.map(({ id }) => id).join(',');
  return useQuery({
    queryKey: ['candidates', ids],
    queryFn: ({ signal }) => get<Candidate[]>(`/api/work-items/candidates?ids=${ids}`, signal),
  });
}

interface Props {
  items: readonly WorkItem[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** Everybody who decides: who holds how much, and why somebody may not take it. */
export function Candidates({ items, chosen, onChoose }: Props) {
  const { t } = useSpeech();
  const { data, error, isPending, refetch } = useCandidates(items);
  if (isPending) return <LoadingLines lines={5} />;
  if (error) return <ProblemNotice error={error} onRetry={() => refetch()} />;
  const single = items.length === 1;
  const inHand = items.filter((item) => item.holder).length;
  const holder = single ? items[0]?.holder?.id : undefined;
  const explain = ({ id, barred, holding }: Candidate): string => {
    const reason = barred[0] && t(`assign.why.${barred[0].why}`);
    if (single && reason) return reason;
    if (id === holder) return t('assign.has_it');
    const holds = t('assign.holds', { smart_count: holding });
    return barred.length > 0
      ? `${holds}, ${t('assign.barred', { n: barred.length, all: items.length })}`
      : holds;
  };
  return (
    <RadioGroup
      aria-label={t('assign.to')}
      value={chosen}
      onChange={(_event, id) => onChoose(id)}
      sx={{ flexWrap: 'nowrap', maxHeight: 280, overflowY: 'auto', px: 0.5 }}
    >
      {inHand > 0 && (
        <Choice
          id={backToQueue}
          name={t('assign.back')}
          small={t('assign.back_hint', { smart_count: inHand })}
        />
      )}
      {data.map((one) => (
        <Choice
          key={one.id}
          id={one.id}
          name={one.name}
          small={explain(one)}
          disabled={one.barred.length === items.length || one.id === holder}
        />
      ))}
    </RadioGroup>
  );
}

interface ChoiceProps {
  id: string;
  name: string;
  small: string;
  disabled?: boolean;
}

function Choice({ id, name, small, disabled = false }: ChoiceProps) {
  return (
    <FormControlLabel
      value={id}
      disabled={disabled}
      control={<Radio size="small" sx={{ py: 0.5 }} />}
      sx={{ mr: 0 }}
      label={
        <>
          {name}{' '}
          <Typography component="span" variant="caption" color="textSecondary">
            {small}
          </Typography>
        </>
      }
    />
  );
}
