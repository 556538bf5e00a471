import Typography from '@mui/material/Typography';
import type { z } from 'zod';
import type { skipReply } from '../../../../server/applications/schema/rescore.ts';
import type { Wire } from '../../../shared/api.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { PagedRecords } from '../../lists/PagedRecords.tsx';

type Skip = Wire<z.infer<typeof skipReply>>;

/** Applications whose reading people had worked on: left as they were, each a click away. */
export function KeptReadings({ runId }: { runId: string }) {
  const { t } = useSpeech();
  return (
    <PagedRecords<Skip> resource="rescore-skips" filter={{ run_id: runId }}>
      {(row) => (
        <>
          <Typography variant="body2">{row.trading_name}</Typography>
          <Typography variant="body2" color="textSecondary">
            {t(`open_work.kept.${row.reason}`)}
          </Typography>
        </>
      )}
    </PagedRecords>
  );
}
