import { z } from 'zod';
import { prose } from '../kernel/text.ts';

export const noteParams = z.strictObject({ id: z.uuid() });
export const noteBody = z.strictObject({
  body: prose(10_000).refine((text) => text.trim().length > 0, { params: { code: 'missing' } }),
});
export const noteReply = z.object({
  id: z.string(),
  author: z.object({ id: z.string(), name: z.string() }),
  body: z.string(),
  mentions: z.array(z.string()),
  created_at: z.date(),
});
