import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useRef, useState } from 'react';
import { post } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { problemOf } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useDraft, useView } from '../draft/hooks.tsx';
import { pathOf } from '../draft/path.ts';
import { SaveNote } from '../draft/SaveNote.tsx';
import { same } from '../draft/same.ts';
import { Bar, barNote } from '../form/Bar.tsx';
import { focusAt } from '../form/jump.ts';
import { itemProblem } from '../form/steps.ts';
import type { AskedItem, Document, MissingItem, Newer } from '../wire.ts';
import { askedWords, itemAnswer, itemPath } from './items.ts';

interface Props {
  requests: readonly AskedItem[];
  before: Document;
  onSent: () => void;
}

/** Sends the answers; says which asked items are still as they were and what is wrong in them. */
export function SendAnswers({ requests, before, onSent }: Props) {
  const { t } = useSpeech();
  const draft = useDraft();
  const document = useView((view) => view.document);
  const state = useView((view) => view.state);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<MissingItem[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const notes = useRef<HTMLDivElement>(null);
  const untouched = requests.filter(({ item }) => same(itemAnswer(item, before), itemAnswer(item, document)));

  const send = async () => {
    setBusy(true);
    setProblems([]);
    setFailure(null);
    draft.showAll();
    try {
      await draft.flush();
      const view = draft.view();
      if (view.state !== 'saved') {
        setFailure(view.problem && { body: view.problem });
        return;
      }
      await post('/api/portal/application/resubmit', { document: view.document, saves: draft.saves() });
      onSent();
    } catch (error) {
      const { code, errors, current } = problemOf(error);
      if (code === 'stale_version' && current) draft.behind(current as Newer);
      else if (code === 'incomplete')
        setProblems((errors ?? []).map((one) => ({ item: pathOf(one.pointer), code: one.code })));
      else setFailure(error);
      notes.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Box
        ref={notes}
        tabIndex={-1}
        aria-live="assertive"
        sx={{ maxWidth: 820, mx: 'auto', outline: 'none', mb: 2 }}
      >
        {problems.length > 0 && (
          <Alert severity="warning" variant="outlined">
            {t('portal.fix.incomplete')}
            <ul>
              {problems.map((one) => (
                <li key={`${one.item} ${one.code}`}>
                  <Link
                    component="button"
                    type="button"
                    onClick={() => focusAt(itemPath(one.item, document) ?? one.item)}
                    sx={{ font: 'inherit' }}
                  >
                    {askedWords(t, one.item, document)}
                  </Link>
                  {': '}
                  {itemProblem(t, one)}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {failure !== null && <ProblemNotice error={failure} />}
      </Box>
      <Bar>
        <Box sx={barNote}>
          <SaveNote />
          {untouched.length > 0 && (
            <Box sx={{ fontSize: '0.82rem', color: 'text.secondary' }}>
              {t('portal.fix.left', { smart_count: untouched.length, n: untouched.length })}
            </Box>
          )}
        </Box>
        <Button
          variant="contained"
          onClick={() => void send()}
          disabled={busy || untouched.length === requests.length || state === 'stale' || state === 'closed'}
        >
          {t(busy ? 'portal.check.sending' : 'portal.fix.send')}
        </Button>
      </Bar>
    </>
  );
}
