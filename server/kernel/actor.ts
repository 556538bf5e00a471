/** The five roles of the desk. */
export const roles = ['reviewer', 'compliance_officer', 'account_manager', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Beside a role: `lead` sees load, assigns and takes back. */
export const extraPermissions = ['lead'] as const;
export type ExtraPermission = (typeof extraPermissions)[number];

export const portalPurposes = ['draft', 'status', 'changes'] as const;
export type PortalPurpose = (typeof portalPurposes)[number];

/** Who acts: written on every event. */
export type Actor =
  | {
      kind: 'person';
      id: string;
      roles: readonly Role[];
      extra: readonly ExtraPermission[];
      sessionId: string;
    }
  | { kind: 'portal'; id: string; purpose: PortalPurpose; subjectId: string }
  | { kind: 'api_key'; id: string; scopes: readonly string[] }
  | { kind: 'system'; id: null; name: string }
  | { kind: 'installation'; id: null };

export const systemActor = (name: string): Actor => ({ kind: 'system', id: null, name });
export const installationActor: Actor = { kind: 'installation', id: null };
