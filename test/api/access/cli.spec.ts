import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, settingsOf } from '../../support/command-line.ts';
import { freshDatabase, type TestDatabase } from '../../support/postgres.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Runs the command line as an operator would, on a real installation of its own. */
const assay = (args: string[], input = '') => runCommand(args, settingsOf(database), input);

describe('the command line', () => {
  it('makes the first two admins, then says who makes the others', async () => {
    const create = (email: string, ...more: string[]) => [
      'admin',
      'create',
      '--email',
      email,
      '--name',
      'Root',
      ...more,
    ];
    const first = await assay(create('one@desk.example', '--password-stdin'), 'an uncommon sentence here\n');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/Admin one@desk\.example made\.\n.*second one/);
    expect(first.out).not.toContain('sentence here');
    const weak = await assay(create('weak@desk.example', '--password-stdin'), 'short\n');
    expect(weak).toMatchObject({ code: 1, out: '' });
    expect(weak.err).toContain('password (too_short)');
    const second = await assay(create('two@desk.example'));
    expect(second.out).toMatch(/https:\/\/desk\.example\/\S*t=[\w-]{43}\n/);
    const third = await assay(create('three@desk.example'));
    expect(third).toMatchObject({ code: 1, out: '' });
    expect(third.err).toContain('two admins already');
    expect((await assay(['admin', 'crown'])).code).toBe(1);
  }, 120_000);

  it('prints an API key once, alone on standard output; lists and revokes', async () => {
    const made = await assay(['api-key', 'create', '--name', 'Partner', '--scope', 'intake']);
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/^assay_[a-z0-9]{8}_[\w-]{43}\n$/);
    const listed = await assay(['api-key', 'list']);
    expect(listed.out).not.toContain(made.out.trim());
    const row = JSON.parse(listed.out);
    expect(row).toMatchObject({ name: 'Partner', scopes: ['intake'], revoked_at: null });
    expect((await assay(['api-key', 'revoke', row.id])).code).toBe(0);
    expect((await assay(['api-key', 'revoke', row.id])).err).toContain('revoked already');
    expect((await assay(['api-key', 'create', '--name', 'X', '--scope', 'all'])).code).toBe(1);
    expect((await assay(['api-key', 'create', '--colour', 'red'])).code).toBe(1);
  }, 60_000);
});
