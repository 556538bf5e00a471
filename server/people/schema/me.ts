import { z } from 'zod';
import { line } from '../../kernel/text.ts';
import { passwordMax, passwordMin } from '../rules/passwords.ts';
import { credentialSchema, preferencesSchema } from './session.ts';

export const newPassword = z.string().min(passwordMin).max(passwordMax);

export const passwordInput = z.strictObject({ current: z.string().min(1).max(1000), next: newPassword });
export const acceptInput = z.strictObject({ token: z.string().min(20).max(200), password: newPassword });

export const totpStartReply = z.object({ secret: z.string(), uri: z.string() });
export const totpConfirmInput = z.strictObject({ code: z.string().regex(/^\d{6}$/) });

export const passkeyRegisterInput = z.strictObject({
  label: line(80).pipe(z.string().min(1)),
  response: credentialSchema,
});
export const passkeyRow = z.object({
  id: z.string(),
  label: z.string(),
  created_at: z.date(),
  last_used_at: z.date().nullable(),
});
export const passkeyParams = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/) });

export const preferencesInput = z.strictObject({
  locale: z.enum(['en', 'de']).optional(),
  ...preferencesSchema.shape,
});
