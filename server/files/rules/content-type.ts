import type { FileType } from '../schema.ts';
import { looksLikeCsv } from './csv-text.ts';
import { jpegPixels, pngPixels } from './pixels.ts';

/** More pixels than any screenshot or scan has; a viewer would need hundreds of megabytes for them (trust 39). */
export const pixelsMax = 60_000_000;

export type ContentVerdict = { type: FileType } | { refused: 'empty' | 'type' | 'pixels' };

/**
 * The type of a file from its bytes alone (trust 38): magic numbers for PDF, PNG and JPEG; CSV is text with consistent
 * columns. Everything else is refused, whatever its name says.
 */
export async function contentType(bytes: Uint8Array): Promise<ContentVerdict> {
  if (bytes.length === 0) return { refused: 'empty' };
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime === 'application/pdf') return { type: 'application/pdf' };
  if (found?.mime === 'image/png' || found?.mime === 'image/jpeg') {
    const pixels = found.mime === 'image/png' ? pngPixels(bytes) : jpegPixels(bytes);
    if (pixels === null) return { refused: 'type' };
    return pixels > pixelsMax ? { refused: 'pixels' } : { type: found.mime };
  }
  if (found === undefined && looksLikeCsv(bytes)) return { type: 'text/csv' };
  return { refused: 'type' };
}
