import { z } from 'zod';

/** Closed keys a person may rebind; a null turns one off (WCAG 2.1.4). */
export const shortcutNames = [
  'help',
  'next',
  'down',
  'up',
  'claim',
  'search',
  'approve',
  'reject',
  'request_changes',
  'undo',
] as const;

export const preferencesSchema = z.strictObject({
  single_keys: z.boolean().optional(),
  keys: z.partialRecord(z.enum(shortcutNames), z.string().min(1).max(20).nullable()).optional(),
});

const grant = z.enum(['none', 'own', 'all']);

export const sessionReply = z.object({
  state: z.enum(['anonymous', 'second_factor_pending', 'enrolment_pending', 'full']),
  csrf: z.string().nullable(),
  demo: z.boolean(),
  demo_accounts: z
    .array(
      z.object({ email: z.string(), name: z.string(), role_label_key: z.string(), password: z.string() }),
    )
    .optional(),
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      locale: z.string(),
      roles: z.array(z.string()),
      lead: z.boolean(),
      preferences: z.record(z.string(), z.unknown()),
    })
    .optional(),
  permissions: z.record(z.string(), grant),
  second_factors: z.array(z.enum(['totp', 'passkey'])).optional(),
});
export type SessionReply = z.infer<typeof sessionReply>;

// Typed passwords are taken as they are; only their size is bounded, for hashing costs.
const typed = z.string().min(1).max(1000);

export const signInInput = z.strictObject({ email: z.string().min(1).max(254), password: typed });

/** What a browser's authenticator answered; @simplewebauthn checks its inside. */
export const credentialSchema = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string().min(1).max(1400),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
});
export type Credential = z.infer<typeof credentialSchema>;

export const secondFactorInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('totp'), code: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ kind: z.literal('passkey'), response: credentialSchema }),
]);

export const nothing = z.object({});
/** WebAuthn options go to the browser exactly as the library made them. */
export const optionsReply = z.record(z.string(), z.unknown());
