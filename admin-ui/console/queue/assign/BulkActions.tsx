import AssignIcon from '@mui/icons-material/PersonAddAltOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { BulkActionsToolbar, SelectAllButton, useGetMany, useListContext } from 'react-admin';
import { useSpeech } from '../../../shared/text.tsx';
import type { WorkItem } from '../../api/work-item.ts';
import { AssignDialog } from './AssignDialog.tsx';

/** As many rows as one command takes; the server refuses more. */
export const bulkMax = 100;

function AssignPicked() {
  const { t } = useSpeech();
  const { selectedIds, onUnselectItems } = useListContext<WorkItem>();
  const [asking, setAsking] = useState<WorkItem[] | null>(null);
  const { data } = useGetMany<WorkItem>(
    'work-items',
    { ids: selectedIds },
    { enabled: selectedIds.length > 0 },
  );
  const picked = (data ?? []).filter((item): item is WorkItem => item !== undefined);
  const tooMany = selectedIds.length > bulkMax;
  return (
    <>
      <Button
        size="small"
        variant="contained"
        startIcon={<AssignIcon />}
        disabled={tooMany || picked.length === 0}
        onClick={() => setAsking(picked)}
      >
        {tooMany ? t('assign.too_many', { max: bulkMax }) : t('assign.action')}
      </Button>
      {asking && (
        <AssignDialog items={asking} onDone={() => onUnselectItems()} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** What a lead can do with the picked rows. */
export function BulkActions() {
  return (
    <BulkActionsToolbar selectAllButton={<SelectAllButton limit={bulkMax} />}>
      <AssignPicked />
    </BulkActionsToolbar>
  );
}
