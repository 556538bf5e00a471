import express, { type Request, type RequestHandler } from 'express';
import type { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import { parseBody } from './json.ts';
import { fieldErrors } from './reply.ts';

const bodyLimit = 2 * 1024 * 1024;

/** Takes in JSON bodies as bytes, whatever they claim to be encoded in; any other body stays where it is. */
export const takeJsonBodies = (): RequestHandler =>
  express.raw({ type: 'application/json', limit: bodyLimit });

const hasBody = (req: Request): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

/** Whether the type names another encoding than UTF-8, which JSON has without saying so. */
function isForeign(type: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type)?.[1];
  return charset !== undefined && !/^utf-?8$/i.test(charset);
}

/**
 * The body of a JSON request: an empty object where none was sent. Throws `unsupported_media_type` for a body that does
 * not call itself JSON in UTF-8 (trust 25, 35), `malformed_request` for bytes that are not UTF-8 or not plain JSON (trust 26).
 */
function readJson(req: Request): unknown {
  if (!hasBody(req)) return {};
  if (!req.is('application/json') || isForeign(req.get('content-type') ?? ''))
    throw new Problem('unsupported_media_type');
  const bytes: unknown = req.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return {};
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('malformed_request', { reason: 'encoding' });
  }
  return parseBody(text);
}

/** The body against the schema of its command; a command without one takes nothing and says so. */
export function readInput(schema: z.ZodType | undefined, req: Request): unknown {
  const value = readJson(req);
  if (!schema) {
    if (typeof value !== 'object' || value === null || Object.keys(value).length > 0)
      throw new Problem('malformed_request', { reason: 'body' });
    return undefined;
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new Problem('invalid_input', {}, { fields: fieldErrors(result.error, value) });
  return result.data;
}
