import type { Role } from '../../kernel/actor.ts';

export const workKinds = ['application', 'second_decision'] as const;
export type WorkKind = (typeof workKinds)[number];

/** What a person did on a subject that may keep them from a later look at it. */
export const involvementParts = ['held', 'requested_changes', 'decided', 'seconded'] as const;
export type InvolvementPart = (typeof involvementParts)[number];

/**
 * The parts that exclude from each kind of work: whoever worked on an application takes no second look at it, and
 * whoever gave a second look (let a claim stand, seconded a decision) does not decide it first.
 */
export const excludingParts: Readonly<Record<WorkKind, readonly InvolvementPart[]>> = {
  application: ['seconded'],
  second_decision: ['held', 'requested_changes', 'decided', 'seconded'],
};

/** Whether having held an item of this kind is a part in its subject: the work itself is, a second look at it is not. */
export const holdingInvolves = (kind: WorkKind): boolean => kind === 'application';

/** The roles that may decide; `lead` beside one of them adds nothing here. */
export const decidingRoles: readonly Role[] = ['reviewer', 'compliance_officer'];

export interface Standing {
  parts: readonly InvolvementPart[];
  conflict: boolean;
  preferredOther: boolean;
}

export type WhyNot =
  | 'conflict_of_interest'
  | 'own_involvement'
  | 'kept_for_another'
  | 'role'
  | 'nobody_eligible';

/** Why this person may not take an item of this kind; null when they may. A conflict of interest excludes always. */
export function whyNot(kind: WorkKind, roles: readonly Role[], standing: Standing): WhyNot | null {
  if (!roles.some((role) => decidingRoles.includes(role))) return 'role';
  if (standing.conflict) return 'conflict_of_interest';
  if (standing.parts.some((part) => excludingParts[kind].includes(part))) return 'own_involvement';
  return standing.preferredOther ? 'kept_for_another' : null;
}
