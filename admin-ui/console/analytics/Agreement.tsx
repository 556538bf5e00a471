import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SelectInput } from 'react-admin';
import type { z } from 'zod';
import type { agreementReply } from '../../../server/analytics/schema/agreement.ts';
import type { Wire } from '../../shared/api.ts';
import { percent } from '../../shared/format.ts';
import { type Speech, useSpeech } from '../../shared/text.tsx';
import { tabular } from '../../shared/theme.ts';
import { every } from '../lists/choices.ts';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';
import { periodFilters } from '../lists/period.tsx';
import { CasesLink, findingName } from './findings.tsx';

export type AgreementRow = Wire<z.infer<typeof agreementReply>>;

const filters = [
  <SelectInput
    key="kind"
    source="kind"
    alwaysOn
    label="agreement.column.kind"
    choices={every<AgreementRow['kind']>('agreement.kind', { criterion: true, flag: true })}
  />,
  ...periodFilters('agreement'),
];

/** The finding; where anybody judged otherwise, it opens their cases. */
function Finding({ row }: { row: AgreementRow }) {
  const { t } = useSpeech();
  const name = findingName(t, row.id);
  if (row.overturned === 0) return <>{name}</>;
  return <CasesLink finding={row.id}>{name}</CasesLink>;
}

const share = (row: AgreementRow, { t, locale }: Speech) =>
  t('agreement.share', {
    share: percent(row.share * 100, locale),
    low: percent(row.low * 100, locale),
    high: percent(row.high * 100, locale),
  });

function Directions({ row }: { row: AgreementRow }) {
  const { t } = useSpeech();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {row.directions.map(({ from, to, count, of }) => (
        <li key={`${from}-${to}`}>
          <CasesLink finding={row.id} machine={from} judged={to}>
            {t(`judged.${from}`)} → {t(`judged.${to}`)}
          </CasesLink>{' '}
          <Typography variant="caption" color="textSecondary">
            {t('agreement.of', { count, of })}
          </Typography>
        </li>
      ))}
    </Box>
  );
}

const columns: ColumnOf<AgreementRow>[] = [
  { source: 'id', label: 'finding', show: (row) => <Finding row={row} /> },
  { source: 'kind', show: (row, { t }) => t(`agreement.kind.${row.kind}`) },
  {
    source: 'low',
    label: 'share',
    sort: true,
    show: (row, speech) => (
      <Box component="span" sx={tabular}>
        {share(row, speech)}
      </Box>
    ),
  },
  { source: 'overturned', sort: true },
  { source: 'judged', sort: true },
  { source: 'directions', show: (row) => <Directions row={row} /> },
];

/** How often people overturn the machine, finding by finding, the worst first. */
export default function Agreement() {
  const { t } = useSpeech();
  return (
    <ListScreen<AgreementRow>
      permission="agreement.read"
      name="agreement"
      resource="agreement"
      sort={{ field: 'low', order: 'DESC' }}
      filters={filters}
      above={
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1, maxWidth: 760 }}>
          {t('agreement.lead')}
        </Typography>
      }
      columns={columns}
      card={(row, speech) => ({
        title: <Finding row={row} />,
        aside: share(row, speech),
        line: speech.t('agreement.of', { count: row.overturned, of: row.judged }),
        below: <Directions row={row} />,
      })}
    />
  );
}
