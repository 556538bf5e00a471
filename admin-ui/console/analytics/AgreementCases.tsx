import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { SelectInput } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { z } from 'zod';
import type { agreementCaseReply } from '../../../server/analytics/schema/agreement.ts';
import type { Wire } from '../../shared/api.ts';
import { When } from '../../shared/components/When.tsx';
import { type Speech, useSpeech } from '../../shared/text.tsx';
import { every } from '../lists/choices.ts';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';
import { periodFilters } from '../lists/period.tsx';
import { TwoLines } from '../lists/RowCard.tsx';
import { findingChoices, findingName } from './findings.tsx';

export type CaseRow = Wire<z.infer<typeof agreementCaseReply>>;
const desk = (row: CaseRow) => `/applications/${row.application_id}/show`;

const filters = [
  <SelectInput
    key="finding"
    source="finding"
    alwaysOn
    label="agreement_cases.column.finding"
    choices={findingChoices}
  />,
  <SelectInput
    key="machine"
    source="machine"
    label="agreement_cases.column.machine"
    choices={every<CaseRow['machine']>('judged', {
      met: true,
      partial: true,
      missing: true,
      contradicted: true,
      raised: true,
    })}
  />,
  <SelectInput
    key="judged"
    source="judged"
    label="agreement_cases.column.judged"
    choices={every<CaseRow['judged']>('judged', {
      met: true,
      partial: true,
      missing: true,
      contradicted: true,
      lifted: true,
    })}
  />,
  ...periodFilters('agreement'),
];

const people = (row: CaseRow, { t }: Speech) =>
  row.co_signed_by
    ? t('agreement_cases.signed', { name: row.by.name, second: row.co_signed_by.name })
    : row.by.name;

const columns: ColumnOf<CaseRow>[] = [
  {
    source: 'case_number',
    label: 'application',
    show: (row, { t }) => (
      <TwoLines to={desk(row)} small={`${row.trading_name} · ${t(`state.${row.decision}`)}`}>
        {row.case_number}
      </TwoLines>
    ),
  },
  { source: 'finding', show: (row, { t }) => findingName(t, row.finding) },
  { source: 'machine', show: (row, { t }) => t(`judged.${row.machine}`) },
  { source: 'judged', show: (row, { t }) => t(`judged.${row.judged}`) },
  { source: 'reason' },
  { source: 'by', show: people },
  { source: 'at', sort: true, show: (row) => <When at={row.at} /> },
];

/** The judgements behind a figure of the agreement, each with its reason and its application. */
export default function AgreementCases() {
  const { t } = useSpeech();
  return (
    <ListScreen<CaseRow>
      permission="agreement.read"
      name="agreement_cases"
      resource="agreement-cases"
      sort={{ field: 'at', order: 'DESC' }}
      filters={filters}
      above={
        <Typography variant="body2" sx={{ mb: 1 }}>
          <Link component={RouterLink} to="/agreement">
            {t('agreement_cases.back')}
          </Link>
        </Typography>
      }
      columns={columns}
      to={desk}
      card={(row, speech) => ({
        title: `${row.case_number} · ${row.trading_name}`,
        aside: `${speech.t(`judged.${row.machine}`)} → ${speech.t(`judged.${row.judged}`)}`,
        line: (
          <>
            {findingName(speech.t, row.finding)} · {people(row, speech)} · <When at={row.at} />
          </>
        ),
        below: row.reason,
      })}
    />
  );
}
