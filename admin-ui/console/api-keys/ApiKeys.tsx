import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { z } from 'zod';
import type { keyReply } from '../../../server/access/schema.ts';
import { post, type Wire } from '../../shared/api.ts';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { When } from '../../shared/components/When.tsx';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';

type KeyRow = Wire<z.infer<typeof keyReply>>;

function Revoke({ row }: { row: KeyRow }) {
  const { t } = useSpeech();
  const notify = useNotify();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => post(`/api/api-keys/${row.id}/revoke`, undefined, row.version),
    onError: (error) => notify(problemText(t, error), { type: 'error' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  if (row.revoked_at) return <ToneChip tone="neutral">{t('api_keys.revoked')}</ToneChip>;
  return (
    <Button color="error" loading={isPending} onClick={() => mutate()}>
      {t('api_keys.revoke')}
    </Button>
  );
}

const columns: ColumnOf<KeyRow>[] = [
  { source: 'name', sort: true },
  { source: 'hint', show: (row) => <code>{row.hint}…</code> },
  {
    source: 'scopes',
    label: 'scope',
    show: (row, { t }) => row.scopes.map((scope) => t(`scope.${scope}`)).join(', '),
  },
  { source: 'created_at', label: 'created', sort: true, show: (row) => <When at={row.created_at} /> },
  { source: 'last_used_at', label: 'used', sort: true, show: (row) => <When at={row.last_used_at} /> },
  { source: 'revoked_at', label: 'state', show: (row) => <Revoke row={row} /> },
];

/** Keys of machines that hand in applications. They are made on the command line, which shows them once. */
export default function ApiKeys() {
  const { t } = useSpeech();
  return (
    <ListScreen<KeyRow>
      permission="api_keys.manage"
      name="api_keys"
      resource="api-keys"
      sort={{ field: 'created_at', order: 'DESC' }}
      above={
        <Alert severity="info" variant="outlined" sx={{ mb: 1.5 }}>
          {t('api_keys.how')} <code>{'npm run -s assay -- api-key create --name NAME --scope intake'}</code>
        </Alert>
      }
      columns={columns}
      card={(row) => ({ title: row.name, line: <code>{row.hint}…</code>, aside: <Revoke row={row} /> })}
    />
  );
}
