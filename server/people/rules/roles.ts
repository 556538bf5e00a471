import type { Role } from '../../kernel/actor.ts';

export const grantable = [
  'reviewer',
  'compliance_officer',
  'account_manager',
  'auditor',
  'admin',
  'lead',
] as const;
export type Grantable = (typeof grantable)[number];

const deciding: readonly string[] = ['reviewer', 'compliance_officer', 'account_manager'] satisfies Role[];
const apart: readonly string[] = ['auditor', 'admin'] satisfies Role[];

/**
 * Why a person cannot hold these roles together, or undefined: an auditor changes nothing and an admin decides about no
 * specialist, so both stand alone; `lead` stands beside a deciding role.
 */
export function clash(roles: readonly string[]): 'lead_alone' | 'stands_alone' | undefined {
  const others = roles.filter((role) => role !== 'lead');
  if (others.some((role) => apart.includes(role)) && roles.length > 1) return 'stands_alone';
  return roles.includes('lead') && !others.some((role) => deciding.includes(role)) ? 'lead_alone' : undefined;
}

/** A new officer reads and learns for a day before approving anything. */
export const officerWaitHours = 24;

/** Whether an officer made one at `grantedAt` may approve at `now`; null is no officer. */
export const mayApprove = (now: Date, grantedAt: Date | null): boolean =>
  grantedAt !== null && now.getTime() - grantedAt.getTime() >= officerWaitHours * 3_600_000;

/** Two admins who are not the person concerned: one asked, another one answers. */
export function grantRefusal(request: {
  personId: string;
  requestedBy: string;
  decidedBy?: string;
}): 'self_grant' | 'same_admin' | undefined {
  if (request.personId === request.requestedBy || request.personId === request.decidedBy) return 'self_grant';
  return request.decidedBy === request.requestedBy ? 'same_admin' : undefined;
}
