import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Keys, parseKeys, readOrCreateKeyFile } from './keys.ts';
import { contradictions, type Settings, settings, splitList, TRUTHS } from './settings.ts';
import { SettingsError } from './start-error.ts';

export type DatabaseConfig =
  | { kind: 'embedded'; dataDir: string }
  | { kind: 'external'; appUrl: string; adminUrl: string | null };

export type FilesConfig = { kind: 'folder'; path: string } | { kind: 's3'; url: string };

export type Config = {
  /** Origin without a trailing slash; with PORT=0 the start fills in the port it was given. */
  publicUrl: string;
  port: number;
  /** False when PORT was left to its default: a busy default port then names PORT as the way out. */
  portChosen: boolean;
  database: DatabaseConfig;
  /** A replica for analytics and exports, or null: they read the database itself. */
  readUrl: string | null;
  /** Null keeps letters in the console's mailbox instead of sending them. */
  smtpUrl: string | null;
  mailFrom: string;
  files: FilesConfig;
  /** Addresses or CIDR ranges of the proxies whose X-Forwarded-For is believed. */
  trustProxy: string[];
  role: 'all' | 'web' | 'worker';
  demo: boolean;
  keys: Keys;
  /** The checkout, and the folder for everything that is written at run time. */
  root: string;
  varDir: string;
};

const DEFAULT_PORT = 8080;
function readKeys(given: Settings, path: string): { keys: Keys } | { mistakes: string[] } {
  if (given.ASSAY_KEYS !== undefined) return parseKeys(given.ASSAY_KEYS);
  try {
    const read = parseKeys(readOrCreateKeyFile(path));
    if ('keys' in read) return read;
    return {
      mistakes: [
        `The key file ${path} is damaged: restore it from the backup, without it signatures cannot be verified.`,
      ],
    };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return {
      mistakes: [
        `The keys cannot be kept in ${path} (${reason}): give this account write access to that folder.`,
      ],
    };
  }
}

function readFiles(value: string | undefined, varDir: string, root: string): FilesConfig {
  if (value === undefined) return { kind: 'folder', path: join(varDir, 'files') };
  if (/^s3:/i.test(value)) return { kind: 's3', url: value };
  return { kind: 'folder', path: /^file:/i.test(value) ? fileURLToPath(value) : resolve(root, value) };
}

/**
 * Reads and checks every setting; unset and empty are the same. Creates the key file of an embedded
 * installation. Throws SettingsError with one sentence per mistake, all at once.
 */
export function readConfig(env: NodeJS.ProcessEnv, place: { root?: string; varDir?: string } = {}): Config {
  const root = place.root ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const varDir = place.varDir ?? join(root, 'var');
  const known = Object.keys(settings.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  const given: NodeJS.ProcessEnv = Object.fromEntries(known);
  const checked = settings.safeParse(given);
  const mistakes = checked.success ? [] : checked.error.issues.map((issue) => issue.message);
  mistakes.push(...contradictions(given));
  const keys =
    checked.success && mistakes.length === 0 ? readKeys(checked.data, join(varDir, 'keys')) : undefined;
  if (keys && 'mistakes' in keys) mistakes.push(...keys.mistakes);
  if (given.ASSAY_KEYS !== undefined && keys === undefined) {
    const parsed = parseKeys(given.ASSAY_KEYS);
    if ('mistakes' in parsed) mistakes.push(...parsed.mistakes);
  }
  if (!checked.success || keys === undefined || 'mistakes' in keys) throw new SettingsError(mistakes);
  const set = checked.data;
  const port = set.PORT === undefined ? DEFAULT_PORT : Number(set.PORT);
  const publicUrl =
    set.PUBLIC_URL === undefined ? `http://localhost:${port}` : new URL(set.PUBLIC_URL).origin;
  return {
    publicUrl,
    port,
    portChosen: set.PORT !== undefined,
    database:
      set.DATABASE_URL === undefined
        ? { kind: 'embedded', dataDir: join(varDir, 'postgres') }
        : { kind: 'external', appUrl: set.DATABASE_URL, adminUrl: set.DATABASE_ADMIN_URL ?? null },
    readUrl: set.DATABASE_READ_URL ?? null,
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM ?? `Assay <no-reply@${new URL(publicUrl).hostname}>`,
    files: readFiles(set.FILES_URL, varDir, root),
    trustProxy: splitList(set.TRUST_PROXY ?? ''),
    role: set.ASSAY_ROLE ?? 'all',
    demo:
      set.ASSAY_DEMO === undefined
        ? set.DATABASE_URL === undefined
        : TRUTHS[set.ASSAY_DEMO.toLowerCase()] === true,
    keys: keys.keys,
    root,
    varDir,
  };
}
