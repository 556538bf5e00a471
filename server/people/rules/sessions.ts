import type { Role } from '../../kernel/actor.ts';

/** A browser that asks nothing for so long is signed out. */
export const idleHours = 8;
/** However active, a person signs in again after so many days. */
export const absoluteDays = 7;

export type SessionState = 'second_factor_pending' | 'enrolment_pending' | 'full';
export type SecondFactor = 'totp' | 'passkey';

const guarded: readonly string[] = ['compliance_officer', 'admin'] satisfies Role[];

/**
 * Where a session stands once the password fitted: whoever has a second factor gives it; officers and admins without
 * one set it up first, except in the demo.
 */
export function stateAfterPassword(
  roles: readonly string[],
  factors: readonly SecondFactor[],
  demo: boolean,
): SessionState {
  if (factors.length > 0) return 'second_factor_pending';
  return !demo && roles.some((role) => guarded.includes(role)) ? 'enrolment_pending' : 'full';
}

/** Whether somebody with these roles must keep at least one second factor. */
export const mustKeepFactor = (roles: readonly string[], demo: boolean): boolean =>
  !demo && roles.some((role) => guarded.includes(role));
