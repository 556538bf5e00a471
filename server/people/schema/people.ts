import { z } from 'zod';
import { line } from '../../kernel/text.ts';
import { personStates, roleRequestStates } from '../lifecycle.ts';
import { grantable } from '../rules/roles.ts';

const role = z.enum(grantable);
export const idParams = z.object({ id: z.uuid() });

export const emailAddress = line(254).pipe(z.email());
export const personName = line(120).pipe(z.string().min(1));

export const peopleFilter = z.strictObject({
  state: z.enum(personStates).optional(),
  role: role.optional(),
  q: z.string().min(1).max(100).optional(),
});
export const peopleSort = ['name', 'state', 'created_at'] as const;

/** `email` only for whoever manages people or audits. */
export const personReply = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().optional(),
  state: z.enum(personStates),
  roles: z.array(role),
  lead: z.boolean(),
  version: z.number(),
  created_at: z.date(),
  second_factors: z.array(z.enum(['totp', 'passkey'])).optional(),
});

export const inviteInput = z.strictObject({
  email: emailAddress,
  name: personName,
  roles: z.array(role).max(3).default([]),
  locale: z.enum(['en', 'de']).default('en'),
});
/** The link is shown this once, where no mail brings it to the person; the roles wait for a second admin. */
export const inviteReply = z.object({
  id: z.string(),
  version: z.number(),
  link: z.string().nullable(),
  expires_at: z.date(),
  role_requests: z.array(z.string()),
});

export const roleInput = z.strictObject({ role });
export const stateReply = z.object({ id: z.string(), state: z.enum(personStates), version: z.number() });

export const roleRequestFilter = z.strictObject({
  state: z.enum(roleRequestStates).optional(),
  person_id: z.uuid().optional(),
});
export const roleRequestSort = ['requested_at', 'state'] as const;
const named = z.object({ id: z.string(), name: z.string() });
export const roleRequestReply = z.object({
  id: z.string(),
  person: named,
  role,
  state: z.enum(roleRequestStates),
  requested_by: named,
  requested_at: z.date(),
  decided_by: named.nullable(),
  decided_at: z.date().nullable(),
  version: z.number(),
  /** Whether the asking person may approve it: not for oneself, not what one asked for. */
  mine_to_decide: z.boolean(),
});
export const roleRequestCreated = z.object({ id: z.string(), state: z.enum(roleRequestStates) });
