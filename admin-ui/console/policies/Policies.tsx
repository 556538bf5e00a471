import { SelectInput } from 'react-admin';
import type { z } from 'zod';
import type { policyReply } from '../../../server/policies/schema/policy.ts';
import type { Wire } from '../../shared/api.ts';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { every } from '../lists/choices.ts';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';
import { RowLink } from '../lists/RowCard.tsx';

export type PolicyRow = Wire<z.infer<typeof policyReply>>;
const page = (row: PolicyRow) => `/policies/${row.id}/show`;

const filters = [
  <SelectInput
    key="kind"
    source="kind"
    alwaysOn
    label="policies.column.kind"
    choices={every<PolicyRow['kind']>('policy', { rubric: true, plausibility: true, deadlines: true })}
  />,
];

/** A published book whose day has not come is not yet in force. */
export function PolicyState({ state, inForce }: { state: string; inForce: boolean }) {
  const { t } = useSpeech();
  const shown = state === 'published' && !inForce ? 'waiting' : state;
  const tone = inForce ? 'good' : shown === 'waiting' || shown === 'in_review' ? 'info' : 'neutral';
  return <ToneChip tone={tone}>{t(`policy_state.${shown}`)}</ToneChip>;
}

const columns: ColumnOf<PolicyRow>[] = [
  { source: 'kind', show: (row, { t }) => <RowLink to={page(row)}>{t(`policy.${row.kind}`)}</RowLink> },
  { source: 'version' },
  { source: 'state', show: (row) => <PolicyState state={row.state} inForce={row.in_force} /> },
  {
    source: 'publisher',
    label: 'published_by',
    show: (row, { t }) => row.publisher?.name ?? t('actor.installation'),
  },
  { source: 'published_at', label: 'published', show: (row) => <When at={row.published_at} /> },
];

/** The rule books every decision cites. */
export default function Policies() {
  return (
    <ListScreen<PolicyRow>
      permission="policies.read"
      name="policies"
      resource="policies"
      sort={{ field: 'published_at', order: 'DESC' }}
      filters={filters}
      columns={columns}
      to={page}
      card={(row, { t }) => ({
        title: t(`policy.${row.kind}`),
        aside: <PolicyState state={row.state} inForce={row.in_force} />,
        line: (
          <>
            {row.version} · <When at={row.published_at} />
          </>
        ),
      })}
    />
  );
}
