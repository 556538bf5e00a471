import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Knex } from 'knex';
import { Problem } from '../../kernel/problem.ts';
import type { FilesStore } from '../../platform/files-store.ts';
import { oneFile } from '../read.ts';
import { attachmentHeader } from '../rules/file-name.ts';

/**
 * Sends one file as a download (trust 38, 40): attachment, nosniff, a sandboxed policy, nothing cached. With `subjectId`
 * only that subject's files exist for the caller; any other is `not_found` (trust 27).
 */
export async function sendFile(
  deps: { db: Knex; files: FilesStore },
  id: string,
  res: Response,
  subjectId?: string,
): Promise<void> {
  const file = await oneFile(deps.db, id);
  if (!file || (subjectId !== undefined && file.subject_id !== subjectId)) throw new Problem('not_found');
  const bytes = await deps.files.read(file.storage_key);
  res.status(200);
  res.setHeader('Content-Type', file.media_type === 'text/csv' ? 'text/csv; charset=utf-8' : file.media_type);
  res.setHeader('Content-Length', String(file.size));
  res.setHeader('Content-Disposition', attachmentHeader(file.name));
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader('Cache-Control', 'private, no-store');
  await pipeline(bytes, res);
}
