import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { post } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { problemOf } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useDraft, useFieldProblem, useValue, useView } from '../draft/hooks.tsx';
import { pathOf } from '../draft/path.ts';
import { Pill } from '../fields/Pill.tsx';
import type { MissingItem, Newer } from '../wire.ts';
import { MissingList } from './MissingList.tsx';

interface Props {
  onJump: (item: string) => void;
  onSent: () => void;
}

/** What is still missing, item by item; the confirmation; and sending. */
export function Check({ onJump, onSent }: Props) {
  const { t } = useSpeech();
  const draft = useDraft();
  const known = useView((view) => view.missing);
  const state = useView((view) => view.state);
  const [confirmed] = useValue<boolean>('confirmed');
  const problem = useFieldProblem('confirmed');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [told, setTold] = useState<MissingItem[] | null>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => void draft.flush(), [draft]);

  const missing = (told ?? known).filter(({ item }) => item !== 'confirmed' || !confirmed);
  const others = missing.filter(({ item }) => item !== 'confirmed');

  const send = async () => {
    setBusy(true);
    setFailure(null);
    setTold(null);
    draft.showAll();
    try {
      await draft.flush();
      const view = draft.view();
      if (view.state !== 'saved') setFailure(view.problem && { body: view.problem });
      else {
        await post('/api/portal/application/submit', { saves: draft.saves() });
        onSent();
      }
    } catch (error) {
      const { code, errors, current } = problemOf(error);
      if (code === 'stale_version' && current) draft.behind(current as Newer);
      else if (code === 'incomplete')
        setTold((errors ?? []).map((one) => ({ item: pathOf(one.pointer), code: one.code })));
      else setFailure(error);
      top.current?.focus();
      top.current?.scrollIntoView?.();
    } finally {
      setBusy(false);
    }
  };

  return (
    <div>
      <Box ref={top} tabIndex={-1} aria-live="polite" sx={{ outline: 'none', mb: 3 }}>
        {others.length > 0 ? (
          <>
            <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
              {t('portal.check.missing', { smart_count: others.length, n: others.length })}
            </Alert>
            <MissingList missing={others} onJump={onJump} />
          </>
        ) : (
          <Alert severity="success" variant="outlined">
            {t('portal.check.complete')}
          </Alert>
        )}
      </Box>
      <Box data-path="confirmed" sx={{ mb: 2.5 }}>
        <Pill
          wide
          type="checkbox"
          name="confirmed"
          checked={confirmed === true}
          onChange={(on) => draft.change('confirmed', on)}
        >
          {t('portal.field.confirmed.label')}
        </Pill>
        {problem && (
          <Typography variant="body2" sx={{ mt: 0.5, color: 'error.main', fontWeight: 600 }}>
            {problem}
          </Typography>
        )}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2, maxWidth: 620 }}>
        {t('portal.check.after')}
      </Typography>
      {failure !== null && (
        <Box sx={{ mb: 2 }}>
          <ProblemNotice error={failure} />
        </Box>
      )}
      <Button
        variant="contained"
        size="large"
        onClick={() => void send()}
        disabled={busy || state === 'stale' || state === 'closed'}
      >
        {t(busy ? 'portal.check.sending' : 'portal.check.send')}
      </Button>
    </div>
  );
}
