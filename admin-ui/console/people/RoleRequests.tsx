import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useGetList } from 'react-admin';
import type { z } from 'zod';
import type { roleRequestReply } from '../../../server/people/schema/people.ts';
import type { Wire } from '../../shared/api.ts';
import { useSpeech } from '../../shared/text.tsx';
import { usePersonCommand } from './usePersonCommand.ts';

type RoleRequest = Wire<z.infer<typeof roleRequestReply>>;

/** Roles that one administrator asked for and another has to grant. */
export function RoleRequests() {
  const { t } = useSpeech();
  const { mutate, isPending } = usePersonCommand();
  const { data = [] } = useGetList<RoleRequest>('role-requests', {
    filter: { state: 'open' },
    sort: { field: 'requested_at', order: 'ASC' },
    pagination: { page: 1, perPage: 50 },
  });
  return data.map((request) => (
    <Alert
      key={request.id}
      severity="info"
      variant="outlined"
      sx={{ mb: 1 }}
      action={
        request.mine_to_decide && (
          <>
            <Button
              disabled={isPending}
              onClick={() => mutate({ path: `/api/role-requests/${request.id}/approve` })}
            >
              {t('people.grant')}
            </Button>
            <Button
              color="inherit"
              disabled={isPending}
              onClick={() => mutate({ path: `/api/role-requests/${request.id}/refuse` })}
            >
              {t('people.refuse')}
            </Button>
          </>
        )
      }
    >
      {t('people.asked', {
        who: request.requested_by.name,
        role: t(`role.${request.role}`),
        name: request.person.name,
      })}
      {request.mine_to_decide ? '' : ` ${t('people.another_admin')}`}
    </Alert>
  ));
}
