import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { Send } from './Send.tsx';

/** The second person says why they do not agree; the application goes back to review. */
export function DeclineSecond() {
  const { t } = useSpeech();
  const { run, compose } = useDesk();
  const [reason, setReason] = useState('');
  const send = async () => {
    if (await run('decline_second', { agree: false, reason: reason.trim() })) compose(null);
  };
  return (
    <>
      <TextField
        fullWidth
        multiline
        minRows={4}
        autoFocus
        label={t('desk.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Send
        command="decline_second"
        label={t('command.decline_second')}
        wants={reason.trim() === '' ? t('composer.wants.reason') : null}
        draft="none"
        onSend={send}
      />
    </>
  );
}
