import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DataTable, useNotify } from 'react-admin';
import type { z } from 'zod';
import type { keyReply } from '../../../server/access/schema.ts';
import { post, type Wire } from '../../shared/api.ts';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { When } from '../../shared/components/When.tsx';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { DeskList } from '../lists/DeskList.tsx';
import { Allowed } from '../shell/Forbidden.tsx';

type KeyRow = Wire<z.infer<typeof keyReply>>;
const Column = DataTable.Col<KeyRow>;

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

function Rows() {
  const { t } = useSpeech();
  return (
    <DataTable size="small" bulkActionButtons={false} rowClick={false}>
      <Column source="name" label="api_keys.column.name" />
      <Column
        source="hint"
        label="api_keys.column.hint"
        disableSort
        render={(row) => <code>{row.hint}…</code>}
      />
      <Column
        source="scopes"
        label="api_keys.column.scope"
        disableSort
        render={(row) => row.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}
      />
      <Column
        source="created_at"
        label="api_keys.column.created"
        render={(row) => <When at={row.created_at} />}
      />
      <Column
        source="last_used_at"
        label="api_keys.column.used"
        render={(row) => <When at={row.last_used_at} />}
      />
      <Column
        source="revoked_at"
        label="api_keys.column.state"
        disableSort
        render={(row) => <Revoke row={row} />}
      />
    </DataTable>
  );
}

function Card({ row }: { row: KeyRow }) {
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
      <Box>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {row.name}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          <code>{row.hint}…</code>
        </Typography>
      </Box>
      <Revoke row={row} />
    </Box>
  );
}

/** Keys of machines that hand in applications. They are made on the command line, which shows them once. */
export default function ApiKeys() {
  const { t } = useSpeech();
  return (
    <Allowed permission="api_keys.manage">
      <DeskList<KeyRow>
        name="api_keys"
        resource="api-keys"
        sort={{ field: 'created_at', order: 'DESC' }}
        above={
          <Alert severity="info" variant="outlined" sx={{ mb: 1.5 }}>
            {t('api_keys.how')} <code>{'npm run -s assay -- api-key create --name NAME --scope intake'}</code>
          </Alert>
        }
        table={<Rows />}
        card={(row) => <Card row={row} />}
      />
    </Allowed>
  );
}
