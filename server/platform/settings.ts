import { isIP } from 'node:net';
import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function parseUrl(value: string, protocols: string[]): URL | undefined {
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  return protocols.includes(url.protocol) ? url : undefined;
}

const url = (protocols: string[], sentence: string) =>
  z.string().refine((value) => parseUrl(value, protocols) !== undefined, sentence);

const databaseUrl = (name: string) =>
  url(
    ['postgres:', 'postgresql:'],
    `${name} is not a postgres:// address like postgres://user:secret@host:5432/assay.`,
  );

function isOrigin(value: string): boolean {
  const parsed = parseUrl(value, ['http:', 'https:']);
  return parsed !== undefined && parsed.pathname === '/' && parsed.search === '' && parsed.username === '';
}

function isProxy(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** What people write for on and off. */
export const TRUTHS: Record<string, boolean> = {
  on: true,
  true: true,
  '1': true,
  yes: true,
  off: false,
  false: false,
  '0': false,
  no: false,
};

/** Every setting by its own form; a broken one becomes the sentence that names it. */
export const settings = z.object({
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'PUBLIC_URL is not an address like https://desk.example.com without a path.')
    .refine((value) => {
      const parsed = parseUrl(value, ['http:']);
      return parsed === undefined || LOOPBACK.has(parsed.hostname);
    }, 'PUBLIC_URL must begin with https:// unless it is this machine itself (localhost).')
    .optional(),
  PORT: z
    .string()
    .refine(
      (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
      'PORT is not a number from 0 to 65535.',
    )
    .optional(),
  DATABASE_URL: databaseUrl('DATABASE_URL').optional(),
  DATABASE_ADMIN_URL: databaseUrl('DATABASE_ADMIN_URL').optional(),
  DATABASE_READ_URL: databaseUrl('DATABASE_READ_URL').optional(),
  SMTP_URL: url(
    ['smtp:', 'smtps:'],
    'SMTP_URL is not an address like smtp://user:secret@host:587.',
  ).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'MAIL_FROM is not a sender like Assay <desk@example.com>.')
    .optional(),
  FILES_URL: z
    .string()
    .refine(
      (value) => !/^[a-z0-9+]{2,}:/i.test(value) || /^(file:\/\/\/|s3:\/\/[a-z0-9])/i.test(value),
      'FILES_URL is neither a folder nor an address like s3://bucket/prefix.',
    )
    .optional(),
  TRUST_PROXY: z
    .string()
    .refine(
      (value) => splitList(value).every(isProxy),
      'TRUST_PROXY is not a list of proxy addresses or ranges like 10.0.0.4,10.1.0.0/16.',
    )
    .optional(),
  ASSAY_ROLE: z.enum(['all', 'web', 'worker'], 'ASSAY_ROLE is none of all, web and worker.').optional(),
  ASSAY_DEMO: z
    .string()
    .refine((value) => value.toLowerCase() in TRUTHS, 'ASSAY_DEMO is neither on nor off.')
    .optional(),
  ASSAY_KEYS: z.string().optional(),
});
export type Settings = z.infer<typeof settings>;

/** The parts of a comma-separated setting. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Settings that are each well-formed may still not fit together. */
export function contradictions(given: NodeJS.ProcessEnv): string[] {
  const role = given.ASSAY_ROLE ?? 'all';
  const isOneOfSeveral = role === 'web' || role === 'worker';
  const sentences: string[] = [];
  if (given.DATABASE_URL === undefined) {
    for (const name of ['DATABASE_ADMIN_URL', 'DATABASE_READ_URL']) {
      if (given[name] !== undefined)
        sentences.push(`${name} is set without DATABASE_URL: set both or neither.`);
    }
    if (isOneOfSeveral) {
      sentences.push(
        `ASSAY_ROLE=${role} is for several machines and needs DATABASE_URL: the embedded database serves one process.`,
      );
    }
  } else {
    if (given.ASSAY_KEYS === undefined) {
      sentences.push(
        'ASSAY_KEYS is required with DATABASE_URL: make a set with "npm run -s assay -- keys" and keep it safe.',
      );
    }
    if (isOneOfSeveral && given.FILES_URL === undefined) {
      sentences.push(
        `ASSAY_ROLE=${role} needs FILES_URL, a place for files that every machine reaches (s3://bucket/prefix).`,
      );
    }
  }
  return sentences;
}
