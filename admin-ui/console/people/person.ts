import type { z } from 'zod';
import type { personReply } from '../../../server/people/schema/people.ts';
import type { Wire } from '../../shared/api.ts';

export type PersonRow = Wire<z.infer<typeof personReply>>;

export const roleNames = [
  'reviewer',
  'compliance_officer',
  'account_manager',
  'auditor',
  'admin',
  'lead',
] as const;
