import busboy from 'busboy';
import type { Request } from 'express';
import { Problem } from '../../kernel/problem.ts';
import { fileSizeMax } from '../schema.ts';
import type { Holds } from './upload-places.ts';

export interface Upload {
  name: string;
  bytes: Buffer;
}

/** Uploads checked and written at once; more wait their turn, so that memory stays bounded (trust 39). */
const together = 4;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs the work on an upload that has arrived when one of the few turns is free. Throws `unavailable` when too many wait
 * already. Never wait for a sender within: four who stall would hold up everybody.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= together) {
    if (waiting.length >= 64) throw new Problem('unavailable', { reason: 'uploads' });
    await new Promise<void>((go) => waiting.push(go));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** A sender from whom nothing came for this long has gone. */
const silenceMs = 10_000;

/**
 * The one file of a multipart body, field `file`, whole in memory. Throws `unsupported_media_type` for another kind of
 * body, `too_large` past 10 MB, `malformed_request` when the form is broken or holds more than the file,
 * `too_slow` when nothing arrives for a while.
 */
export function receiveUpload(
  req: Request,
  limits: { holds?: Holds; silenceMs?: number } = {},
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: req.headers,
        defParamCharset: 'utf8',
        limits: {
          files: 1,
          fields: 0,
          parts: 2,
          fileSize: fileSizeMax + 1,
          fieldNameSize: 40,
          headerPairs: 20,
        },
      });
    } catch {
      reject(new Problem('unsupported_media_type'));
      return;
    }
    let upload: Upload | undefined;
    let failed = false;
    const fail = (problem: Problem) => {
      if (failed) return;
      failed = true;
      clearTimeout(silence);
      req.unpipe(parser);
      // the rest is read and dropped, so that the answer reaches a sender that is still sending
      req.resume();
      reject(problem);
    };
    const broken = () => fail(new Problem('malformed_request', { reason: 'multipart' }));
    const quiet = () => fail(new Problem('too_slow'));
    let silence = setTimeout(quiet, limits.silenceMs ?? silenceMs);
    req.on('data', (chunk: Buffer) => {
      if (failed) return;
      clearTimeout(silence);
      silence = setTimeout(quiet, limits.silenceMs ?? silenceMs);
      try {
        limits.holds?.(chunk.length);
      } catch (error) {
        fail(error as Problem);
      }
    });
    req.on('end', () => clearTimeout(silence));
    parser.on('file', (field, stream, info) => {
      const chunks: Buffer[] = [];
      if (field !== 'file') {
        stream.resume();
        broken();
        return;
      }
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => fail(new Problem('too_large', { max: fileSizeMax })));
      stream.on('end', () => {
        upload = { name: info.filename ?? '', bytes: Buffer.concat(chunks) };
      });
      stream.on('error', broken);
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) parser.on(limit, broken);
    parser.on('error', broken);
    parser.on('close', () => {
      if (failed) return;
      if (upload) resolve(upload);
      else broken();
    });
    req.on('aborted', broken);
    req.pipe(parser);
  });
}
