import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const keys = ['hmac', 'personal', 'signing']
  .map((kind) => `${kind}:test1:${Buffer.alloc(32, kind).toString('base64url')}`)
  .join(' ');

const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, ['server/main.ts'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 30_000,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      // never reached: the place for files is asked for first
      DATABASE_URL: 'postgres://assay_app:secret@127.0.0.1:1/assay',
      ASSAY_KEYS: keys,
      ...env,
    },
  });

describe('a start whose files have no place', () => {
  it('says in one sentence what to install for S3, exit code 1', () => {
    const done = start({ FILES_URL: 's3://bucket/prefix?region=eu-west-1' });
    expect(done.status).toBe(1);
    expect(done.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^FILES_URL is an s3:\/\/ address, but the S3 client is not installed: run "npm .*" once\.$/,
      ),
    ]);
    expect(done.stdout).toBe('');
  });

  it('says which folder cannot be written to, exit code 1', () => {
    const done = start({ FILES_URL: '/dev/null/files' });
    expect(done.status).toBe(1);
    expect(done.stderr.trim()).toMatch(
      /^Files cannot be kept in \/dev\/null\/files \(ENOTDIR\): give this account/,
    );
  });
});
