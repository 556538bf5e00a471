import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { arithmeticNotes } from '../../../../server/benchmarks/schema/reply.ts';
import { number } from '../../../shared/format.ts';
import { useSpeech } from '../../../shared/text.tsx';
import type { ClaimVerdict } from '../../api/types.ts';
import { ClaimChip } from '../../lists/tones.tsx';
import { Facts } from '../Section.tsx';
import { ClaimStrip } from './ClaimStrip.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { ratioText, useFigure } from './figure.ts';

/** One figure of a claim: verdict in words, the strip, the numbers it rests on, the figures as a table. */
export function ClaimMetric({ verdict, vertical }: { verdict: ClaimVerdict; vertical?: string }) {
  const { t, locale } = useSpeech();
  const figure = useFigure(verdict);
  const inWords = (note: ClaimVerdict['notes'][number]) =>
    t(`claim.note.${note.code}`, { ...note.params, _: note.code });
  const findings = verdict.notes.filter((note) => arithmeticNotes.includes(note.code));
  const remarks = verdict.notes.filter((note) => !arithmeticNotes.includes(note.code));
  const isCost = verdict.currency !== null;
  const value = (given: number | null) => (given === null ? '–' : figure(given));
  const rows: (readonly [string, string])[] = [
    [t('claim.row.claimed'), figure(verdict.value)],
    [t('claim.row.norm'), value(verdict.norm)],
    [t('claim.row.cell_median'), value(verdict.cell_median)],
    [t(isCost ? 'claim.row.asks_below' : 'claim.row.asks_above'), value(verdict.asks_below)],
    [
      t('claim.row.n'),
      t('claim.row.n_of', { n: verdict.n, channel: verdict.channel_n, families: verdict.families.length }),
    ],
    [t('claim.row.level'), t(`claim.level.${verdict.level}`)],
    [t('claim.row.z'), verdict.z === null ? '–' : number(verdict.z, locale, 2)],
    [
      t('claim.row.percentile'),
      verdict.percentile === null ? t('claim.row.too_few') : number(verdict.percentile, locale),
    ],
  ];
  return (
    <Box component="section" sx={{ mt: 1.5, pt: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 0.5, flexWrap: 'wrap' }}>
        <Typography variant="subtitle2" component="h4">
          {t(`metric.${verdict.metric}`)}
        </Typography>
        <ClaimChip verdict={verdict.verdict} />
        {verdict.ratio !== null && (
          <Typography variant="body2" color="textSecondary">
            {ratioText(t, verdict.ratio, locale)}
          </Typography>
        )}
      </Box>
      {findings.map((note) => (
        <Typography key={note.code} variant="body2" sx={{ mt: 0.5, fontWeight: 500 }}>
          {inWords(note)}
        </Typography>
      ))}
      {(verdict.norm !== null || verdict.points.length > 0) && (
        <ClaimStrip verdict={verdict} vertical={vertical} />
      )}
      {verdict.norm !== null && <Facts rows={rows} />}
      {verdict.region_note && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {t(`claim.region.${verdict.region_note}`, {
            _: t('claim.region.note', { region: verdict.region_note }),
          })}
        </Typography>
      )}
      {remarks.map((note) => (
        <Typography key={note.code} variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {inWords(note)}
        </Typography>
      ))}
      {verdict.points.length > 0 && <FiguresTable verdict={verdict} />}
    </Box>
  );
}
