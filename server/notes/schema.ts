import { z } from 'zod';
import { said } from '../kernel/text.ts';

export const noteParams = z.strictObject({ id: z.uuid() });
export const noteBody = z.strictObject({
  body: said(10_000),
});
export const noteReply = z.object({
  id: z.string(),
  author: z.object({ id: z.string(), name: z.string() }),
  body: z.string(),
  mentions: z.array(z.string()),
  created_at: z.date(),
});
