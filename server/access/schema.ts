import { z } from 'zod';

export const keyScopes = ['intake'] as const;

export const keyFilter = z.strictObject({ revoked: z.boolean().optional() });
export const keySort = ['created_at', 'name', 'last_used_at'] as const;
export const keyParams = z.object({ id: z.uuid() });

/** A key as it can be shown again: never its secret, only the eight characters it is known by. */
export const keyReply = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(keyScopes)),
  hint: z.string(),
  created_at: z.date(),
  last_used_at: z.date().nullable(),
  revoked_at: z.date().nullable(),
  version: z.number(),
});
export const keyRevoked = z.object({ id: z.string(), version: z.number() });
