import { createPublicKey, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/platform/config.ts';
import { generateKeys } from '../../../server/platform/keys.ts';
import { SettingsError } from '../../../server/platform/start-error.ts';

let varDir: string;

beforeEach(() => {
  varDir = mkdtempSync(join(tmpdir(), 'assay-settings-'));
});

afterEach(() => rmSync(varDir, { recursive: true }));

const read = (env: NodeJS.ProcessEnv) => readConfig(env, { varDir });

function mistakes(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.sentences;
    throw error;
  }
  return [];
}

const database = { DATABASE_URL: 'postgres://assay_app:s@db.example/assay' };
const keys = generateKeys('a');

describe('settings', () => {
  it('need none: the embedded database, the demo, port 8080, letters kept', () => {
    expect(read({})).toMatchObject({
      publicUrl: 'http://localhost:8080',
      port: 8080,
      portChosen: false,
      database: { kind: 'embedded', dataDir: join(varDir, 'postgres') },
      smtpUrl: null,
      role: 'all',
      demo: true,
      trustProxy: [],
      files: { kind: 'folder', path: join(varDir, 'files') },
    });
  });

  it('read an empty value as unset', () => {
    expect(read({ PORT: '', DATABASE_URL: '', ASSAY_DEMO: '' })).toMatchObject({ port: 8080, demo: true });
  });

  it('never turn the demo on by themselves when a database is named', () => {
    expect(read({ ...database, ASSAY_KEYS: keys }).demo).toBe(false);
    expect(read({ ...database, ASSAY_KEYS: keys, ASSAY_DEMO: 'on' }).demo).toBe(true);
    expect(read({ ASSAY_DEMO: 'off' }).demo).toBe(false);
  });

  it('are all checked at once, one sentence each', () => {
    const found = mistakes({
      PORT: '70000',
      PUBLIC_URL: 'https://desk.example.com/path',
      DATABASE_URL: 'mysql://db',
      SMTP_URL: 'mail.example.com',
      MAIL_FROM: 'Assay',
      TRUST_PROXY: '1',
      ASSAY_ROLE: 'both',
      ASSAY_DEMO: 'perhaps',
      ASSAY_KEYS: 'hmac:a:short',
    });
    for (const name of [
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'TRUST_PROXY',
      'ASSAY_ROLE',
      'ASSAY_DEMO',
      'ASSAY_KEYS',
    ]) {
      expect(found.filter((sentence) => sentence.startsWith(name))).toHaveLength(1);
    }
    expect(found).toHaveLength(9);
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:8080', 'https://desk.example.com'])(
    'accept %s as PUBLIC_URL',
    (value) => expect(read({ PUBLIC_URL: value }).publicUrl).toBe(value),
  );

  it.each([
    'http://desk.example.com',
    'http://10.0.0.4',
    'ftp://localhost',
    'desk.example.com',
    'https://u:p@desk.example.com',
  ])('refuse %s as PUBLIC_URL', (value) => expect(mistakes({ PUBLIC_URL: value })).toHaveLength(1));

  it.each(['0', '1', '65535'])('accept PORT %s', (value) =>
    expect(read({ PORT: value }).port).toBe(Number(value)),
  );

  it.each(['-1', '65536', '80a', '8080.5'])('refuse PORT %s', (value) =>
    expect(mistakes({ PORT: value })).toHaveLength(1),
  );

  it('believe forwarded addresses only from named proxies (trust 31)', () => {
    expect(read({ TRUST_PROXY: '10.0.0.4, 10.1.0.0/16, fd00::/8' }).trustProxy).toEqual([
      '10.0.0.4',
      '10.1.0.0/16',
      'fd00::/8',
    ]);
    for (const value of ['true', '1', '*', '10.0.0.0/33', 'proxy.example']) {
      expect(mistakes({ TRUST_PROXY: value })).toHaveLength(1);
    }
  });

  it('ask for keys with a database of your own', () => {
    expect(mistakes(database)).toEqual([expect.stringMatching(/^ASSAY_KEYS is required/)]);
  });

  it('ask several machines for a shared database and shared files', () => {
    expect(mistakes({ ASSAY_ROLE: 'web' })).toEqual([expect.stringContaining('DATABASE_URL')]);
    expect(mistakes({ ...database, ASSAY_KEYS: keys, ASSAY_ROLE: 'worker' })).toEqual([
      expect.stringContaining('FILES_URL'),
    ]);
    expect(
      read({ ...database, ASSAY_KEYS: keys, ASSAY_ROLE: 'web', FILES_URL: 's3://bucket/assay' }).files,
    ).toEqual({
      kind: 's3',
      url: 's3://bucket/assay',
    });
  });

  it('refuse an owner or a replica of a database that is not named', () => {
    expect(
      mistakes({ DATABASE_ADMIN_URL: database.DATABASE_URL, DATABASE_READ_URL: database.DATABASE_URL }),
    ).toHaveLength(2);
  });

  it('never repeat a secret in what they say (trust 54)', () => {
    const said = mistakes({
      DATABASE_URL: 'mysql://u:canary-secret@db',
      SMTP_URL: 'http://u:canary-secret@m',
      ASSAY_KEYS: 'canary-secret',
    });
    expect(said).toHaveLength(3);
    expect(said.join()).not.toContain('canary-secret');
  });
});

describe('keys', () => {
  it('of an embedded installation are made once, for its account only', () => {
    const first = read({}).keys;
    expect(read({}).keys.hmac.key.equals(first.hmac.key)).toBe(true);
    expect(statSync(join(varDir, 'keys')).mode & 0o077).toBe(0);
  });

  it('are not replaced when their file is damaged', () => {
    writeFileSync(join(varDir, 'keys'), 'nonsense');
    expect(mistakes({})).toEqual([expect.stringMatching(/is damaged: restore it from the backup/)]);
  });

  it('rotate: the first of a kind is used, the others still verify', () => {
    const old = read({ ...database, ASSAY_KEYS: keys }).keys;
    const signature = sign(null, Buffer.from('checkpoint'), old.signing.privateKey);
    const now = read({ ...database, ASSAY_KEYS: `${generateKeys('b')} ${keys}` }).keys;
    expect([now.hmac.id, now.personal.id, now.signing.id]).toEqual(['b', 'b', 'b']);
    const [older] = now.older.signing;
    expect(older?.id).toBe('a');
    expect(
      older &&
        verify(
          null,
          Buffer.from('checkpoint'),
          createPublicKey(older.publicKey.export({ format: 'pem', type: 'spki' })),
          signature,
        ),
    ).toBe(true);
  });

  it('are refused with a kind missing, an id twice, or a wrong length', () => {
    const [hmac = '', personal = ''] = keys.split('\n');
    expect(mistakes({ ...database, ASSAY_KEYS: `${hmac} ${personal}` })).toEqual([
      expect.stringContaining('no signing key'),
    ]);
    expect(mistakes({ ...database, ASSAY_KEYS: `${keys} ${hmac}` })).toEqual([
      expect.stringContaining('twice'),
    ]);
    expect(mistakes({ ...database, ASSAY_KEYS: `${keys} hmac:c:AAAA` })).toEqual([
      expect.stringContaining('not 32 bytes'),
    ]);
  });
});
