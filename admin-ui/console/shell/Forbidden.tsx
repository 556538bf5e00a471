import LockIcon from '@mui/icons-material/LockOutlined';
import type { ReactNode } from 'react';
import type { PermissionKey } from '../../../server/access/matrix.ts';
import { EmptyState } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { useMay } from '../providers/session.ts';

/** Says that another role is needed; shown instead of a page the matrix closes to this person. */
export function Forbidden() {
  const { t } = useSpeech();
  return (
    <EmptyState icon={<LockIcon />} title={t('shell.forbidden.title')} hint={t('shell.forbidden.hint')} />
  );
}

export function Allowed({ permission, children }: { permission: PermissionKey; children: ReactNode }) {
  const may = useMay();
  return may(permission) ? children : <Forbidden />;
}
