import type { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { channelErrors } from '../rules/channels.ts';
import type { approveBody } from '../schema/review.ts';
import { decide } from './decide.ts';
import { reviewFor } from './review-facts.ts';

/**
 * Accepts an application, channel by channel (M1). Only its holder may, not while a claim fails arithmetic or stands at
 * z <= -3 (M39), nor while nobody has read the statement. Against band reject a second person must agree.
 */
export async function approve(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof approveBody>,
): Promise<number> {
  const review = await reviewFor(uow, id, version, 'approve');
  const { channels, primary_channel } = review.application;
  const fields = channelErrors(input.channels, channels, primary_channel);
  if (fields.length > 0) throw new Problem('invalid_input', {}, { fields });
  return decide(uow, review, { kind: 'approve', reasons: [], ...input });
}
