import { z } from 'zod';
import { channels } from '../kernel/taxonomy.ts';

export const tiers = ['new_specialist', 'verified_specialist', 'compliance_verified_expert'] as const;
export type Tier = (typeof tiers)[number];

export const specialistReply = z.object({
  id: z.uuid(),
  number: z.number(),
  case_number: z.string(),
  application_id: z.uuid(),
  legal_name: z.string(),
  trading_name: z.string(),
  web_domain: z.string(),
  country: z.string(),
  tier: z.enum(tiers),
  state: z.enum(['active', 'suspended', 'removed']),
  channels: z.array(
    z.object({ channel: z.enum(channels), is_primary: z.boolean(), accepted_at: z.coerce.date() }),
  ),
  regions: z.array(z.string()),
  verticals: z.array(z.string()),
  icp_sizes: z.array(z.string()),
  engagement_models: z.array(z.string()),
  standing: z.object({ open_high_flags: z.number(), open_concerns: z.number() }),
  created_at: z.date(),
  version: z.number(),
});

export const specialistFilter = z.strictObject({
  state: z.enum(['active', 'suspended', 'removed']).optional(),
  tier: z.enum(tiers).optional(),
  channel: z.enum(channels).optional(),
  q: z.string().min(1).max(100).optional(),
});
export type SpecialistFilter = z.infer<typeof specialistFilter>;

/** What finality of an approval hands over (M1): the application's facts and the channels accepted in it. */
export interface NewSpecialist {
  applicationId: string;
  number: number;
  legalName: string;
  tradingName: string;
  webDomain: string;
  country: string;
  locale: string;
  regions: string[];
  verticals: string[];
  icpSizes: string[];
  engagementModels: string[];
  primaryChannel: string;
  acceptedChannels: readonly string[];
}
