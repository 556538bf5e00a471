import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { EmptyState } from '../../../shared/components/states.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import { useChord } from '../../keys/useShortcuts.ts';
import { useDesk } from '../state/desk-context.ts';
import { ChangedItem } from './ChangedItem.tsx';

/** A resubmission opens on this: what was asked, what came, what it did to the verdict. Ctrl-Enter accepts the marked item. */
export function Changes() {
  const { t } = useSpeech();
  const { dossier, command, run, composer } = useDesk();
  const last = Math.max(...dossier.requests.map((one) => one.round));
  const requests = dossier.requests.filter((one) => one.round === last);
  const open = requests.filter((one) => one.state === 'answered');
  const [mark, setMark] = useState<string | undefined>(open[0]?.id);
  const marked = open.find((one) => one.id === mark) ?? open[0];
  const allowed = command('accept_item')?.allowed === true;
  useEffect(() => {
    if (marked && marked.id !== mark) setMark(marked.id);
  }, [marked, mark]);
  const accept = (id: string) => run('accept_item', { request_id: id });
  useChord('Enter', allowed && marked && !composer ? () => accept(marked.id) : undefined);
  if (requests.length === 0) return <EmptyState title={t('desk.no_changes')} />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {requests.map((request) => (
        <ChangedItem
          key={request.id}
          request={request}
          marked={request.id === marked?.id}
          onMark={() => setMark(request.id)}
          onAccept={allowed && request.state === 'answered' ? () => accept(request.id) : undefined}
        />
      ))}
    </Box>
  );
}
