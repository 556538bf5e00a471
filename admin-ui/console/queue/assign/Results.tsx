import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ToneChip } from '../../../shared/components/ToneChip.tsx';
import { type Translate, useSpeech } from '../../../shared/text.tsx';
import type { BulkReply, WorkItem } from '../../api/work-item.ts';

type Row = BulkReply['results'][number];

/** Why a row stayed as it was, in words. */
function whyRefused(t: Translate, { code, params }: Row): string {
  if (code === 'own_involvement') return t(`assign.why.${params.why}`);
  if (code === 'wrong_state') return t('assign.wrong_state', { state: t(`item_state.${params.state}`) });
  return t(`problem.${code}`, { ...params, _: t('problem.internal') });
}

interface Props {
  reply: BulkReply;
  items: readonly WorkItem[];
}

/** What became of each row; those that were refused are as they were. */
export function Results({ reply, items }: Props) {
  const { t } = useSpeech();
  const asked = new Map(items.map((item) => [item.id, item]));
  const refusedFirst = [...reply.results].sort((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <>
      <Typography variant="body2" role="status" sx={{ mb: 1 }}>
        {t('assign.done', { smart_count: reply.done })}
        {reply.refused > 0 ? ` ${t('assign.refused', { smart_count: reply.refused })}` : ''}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 320, overflowY: 'auto' }}>
        {refusedFirst.map((row) => {
          const item = row.item ?? asked.get(row.id);
          return (
            <Box
              component="li"
              key={row.id}
              sx={{
                display: 'flex',
                gap: 1.5,
                alignItems: 'baseline',
                py: 0.75,
                borderTop: 1,
                borderColor: 'divider',
              }}
            >
              <ToneChip tone={row.ok ? 'good' : 'bad'} mark={row.ok ? '✓' : '!'}>
                {t(row.ok ? 'assign.ok' : 'assign.not')}
              </ToneChip>
              <Box sx={{ minWidth: 0 }}>
                <Typography variant="body2" sx={{ fontWeight: 600 }}>
                  {item?.subject.label}{' '}
                  <Typography component="span" variant="caption" color="textSecondary">
                    {item?.subject.case_number}
                  </Typography>
                </Typography>
                <Typography variant="caption" color="textSecondary" component="div">
                  {row.ok
                    ? row.item?.holder
                      ? t('assign.now_with', { name: row.item.holder.name })
                      : t('assign.now_waiting')
                    : whyRefused(t, row)}
                </Typography>
              </Box>
            </Box>
          );
        })}
      </Box>
    </>
  );
}
