import AssignIcon from '@mui/icons-material/PersonAddAltOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import type { WorkItem } from '../../api/work-item.ts';
import { useMay } from '../../providers/session.ts';
import { AssignDialog } from './AssignDialog.tsx';

const open = ['waiting', 'claimed', 'held'];

/** For a lead: give this one item to somebody, or take it back into the queue. */
export function AssignButton({ item }: { item: WorkItem }) {
  const { t } = useSpeech();
  const leads = useMay()('queue.lead');
  const [asking, setAsking] = useState(false);
  if (!leads || !open.includes(item.state)) return null;
  return (
    <>
      <Button
        size="small"
        startIcon={<AssignIcon />}
        aria-label={t('assign.one', { name: item.subject.label })}
        onClick={(event) => {
          event.stopPropagation();
          setAsking(true);
        }}
      >
        {t('assign.action')}
      </Button>
      {asking && <AssignDialog items={[item]} onClose={() => setAsking(false)} />}
    </>
  );
}
