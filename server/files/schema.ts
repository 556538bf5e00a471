import { z } from 'zod';

/** What may be attached (M13): the type is read from the content, never believed from the name. */
export const fileTypes = ['application/pdf', 'image/png', 'image/jpeg', 'text/csv'] as const;
export type FileType = (typeof fileTypes)[number];

/** Bytes of one file. */
export const fileSizeMax = 10 * 1024 * 1024;
/** Files kept for one subject at a time. */
export const filesPerSubject = 40;

export const fileReply = z.object({
  id: z.uuid(),
  name: z.string(),
  size: z.number(),
  media_type: z.enum(fileTypes),
  sha256: z.string(),
});
export type FileReply = z.infer<typeof fileReply>;
