import AssignmentIcon from '@mui/icons-material/AssignmentOutlined';
import BadgeIcon from '@mui/icons-material/BadgeOutlined';
import AgreementIcon from '@mui/icons-material/BalanceOutlined';
import ListIcon from '@mui/icons-material/ChecklistOutlined';
import GroupIcon from '@mui/icons-material/GroupOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import HomeIcon from '@mui/icons-material/HomeOutlined';
import KeyIcon from '@mui/icons-material/KeyOutlined';
import MailIcon from '@mui/icons-material/MailOutlined';
import BookIcon from '@mui/icons-material/MenuBookOutlined';
import JobsIcon from '@mui/icons-material/SyncProblemOutlined';
import type { ComponentType } from 'react';
import type { PermissionKey } from '../../../server/access/matrix.ts';

export interface Place {
  to: string;
  key: string;
  icon: ComponentType;
  /** Without it the place is not offered. */
  permission?: PermissionKey;
}

/** Every place of the console, in the order of the working day. */
export const places: readonly Place[] = [
  { to: '/', key: 'home', icon: HomeIcon },
  { to: '/work-items', key: 'queue', icon: ListIcon, permission: 'queue.read' },
  { to: '/applications', key: 'applications', icon: AssignmentIcon, permission: 'applications.read' },
  { to: '/specialists', key: 'specialists', icon: BadgeIcon, permission: 'specialists.read' },
  { to: '/mails', key: 'mails', icon: MailIcon, permission: 'mail.read' },
  { to: '/log', key: 'log', icon: HistoryIcon, permission: 'log.read' },
  { to: '/policies', key: 'policies', icon: BookIcon, permission: 'policies.read' },
  { to: '/agreement', key: 'agreement', icon: AgreementIcon, permission: 'agreement.read' },
  { to: '/people', key: 'people', icon: GroupIcon, permission: 'people.manage' },
  { to: '/api-keys', key: 'api_keys', icon: KeyIcon, permission: 'api_keys.manage' },
  { to: '/failed-jobs', key: 'failed_jobs', icon: JobsIcon, permission: 'jobs.read' },
];
