import Typography from '@mui/material/Typography';
import type { z } from 'zod';
import type { changeReply } from '../../../../server/analytics/schema/what-if.ts';
import type { Wire } from '../../../shared/api.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { PagedRecords } from '../../lists/PagedRecords.tsx';

type Changed = Wire<z.infer<typeof changeReply>>;

/** The decisions whose band would have been another, each a click from its evidence. */
export function ChangedDecisions({ runId }: { runId: string }) {
  const { t } = useSpeech();
  return (
    <PagedRecords<Changed> resource="what-if-changes" filter={{ run_id: runId }}>
      {(row) => (
        <>
          <Typography variant="body2" sx={{ flexGrow: 1 }}>
            {row.trading_name}
          </Typography>
          <Typography variant="body2">{t(`state.${row.decision}`)}</Typography>
          <Typography variant="body2">
            {t(`band.${row.band_before}`)} {row.score_before} → {t(`band.${row.band_after}`)}{' '}
            {row.score_after}
          </Typography>
        </>
      )}
    </PagedRecords>
  );
}
