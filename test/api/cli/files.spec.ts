import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, runCommand, settingsOf } from '../../support/command-line.ts';
import { intakeForm } from '../../support/forms.ts';
import { freshDatabase, type TestDatabase } from '../../support/postgres.ts';

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-lines-'));
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function file(name: string, lines: readonly unknown[]): Promise<string> {
  const path = join(folder, name);
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(path, `${text.join('\n')}\n`);
  return path;
}

const sound = {
  id: 's1',
  channels: ['cold_email_outbound'],
  regions: ['uk'],
  statement: 'Every e-mail carries an unsubscribe link. Opt-outs are honoured within one working day.',
  data_sourcing: 'We research companies by hand in public registers.',
};

describe('assay score, as a process without a database (M17, M18)', () => {
  it('prints a line per statement with the agreed members and evidence as offsets', async () => {
    const path = await file('score.jsonl', [sound, '', { ...sound, id: 's2', statement: '' }]);
    const { code, out, err } = await runCommand(['score', path]);
    expect([code, err]).toEqual([0, '']);
    const lines = jsonLines(out);
    expect(lines.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(Object.keys(lines[0] ?? {})).toEqual(
      'id score band completeness coherence coherent criteria red_flags language rubric_version'.split(' '),
    );
    const { opt_out_mechanism } = (lines[0]?.criteria ?? {}) as Record<
      string,
      { verdict: string; evidence: { field: 'statement' | 'data_sourcing'; start: number; end: number }[] }
    >;
    const [first] = opt_out_mechanism?.evidence ?? [];
    expect(sound[first?.field ?? 'statement'].slice(first?.start, first?.end)).toMatch(
      /unsubscribe|Opt-outs/,
    );
    expect(await runCommand(['score', path])).toEqual({ code, out, err });
  });

  it('reports each bad line with its number, prints the others, and the exit code says so', async () => {
    const path = await file('bad.jsonl', ['{"id":', { id: 'x' }, sound, { ...sound, channels: 'all' }]);
    const { code, out, err } = await runCommand(['score', path]);
    expect(code).toBe(1);
    expect(jsonLines(out).map(({ id }) => id)).toEqual(['s1']);
    expect(jsonLines(err).map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(jsonLines(err).every(({ error }) => typeof error === 'string')).toBe(true);
  });

  it('reads standard input, and says in a sentence what it needs', async () => {
    const piped = await runCommand(['score', '-'], {}, `${JSON.stringify(sound)}\n`);
    expect(jsonLines(piped.out)).toHaveLength(1);
    const nothing = await runCommand(['score']);
    expect([nothing.code, nothing.out]).toEqual([1, '']);
    expect(nothing.err).toMatch(/^Name a file .*\n$/);
    expect((await runCommand(['score', join(folder, 'none.jsonl')])).code).toBe(1);
  });
}, 60_000);

describe('assay evaluate, as a process', () => {
  it('prints how the reader does, names lines without labels, and the exit code says so', async () => {
    const labelled = (await readFile(new URL('../../fixtures/statements-dev.jsonl', import.meta.url), 'utf8'))
      .split('\n')
      .slice(0, 6);
    const good = await runCommand(['evaluate', await file('labelled.jsonl', labelled)]);
    expect([good.code, good.err]).toEqual([0, '']);
    expect(good.out).toMatch(/band/i);
    const bad = await runCommand(['evaluate', await file('mixed.jsonl', [...labelled, sound, 'no JSON'])]);
    expect(bad.code).toBe(1);
    expect(bad.err).toMatch(/^line 7: no labels.*\nline 8: /);
    expect(bad.out).toBe(good.out);
  });
}, 60_000);

describe('assay check-claims, as a process without a database (M37)', () => {
  const header = 'id,channel,industry_vertical,metric,value,currency,year,lead_definition,cost_basis,country';
  const row = 'a,paid_search,b2b_saas_software,cpl,95,USD,2026,form_submission,media_only,US';

  it('prints a line per claim with exactly the agreed members', async () => {
    const { code, out, err } = await runCommand(['check-claims', await file('claims.csv', [header, row])]);
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(jsonLines(out)[0] ?? {})).toEqual(
      'id verdict norm cell_median n families level ratio z percentile asks_below version'.split(' '),
    );
  });

  it('reports each bad row with its line, prints the others, and the exit code says so', async () => {
    const path = await file('bad.csv', [
      header,
      'x,carrier_pigeon,education,cpl,9,USD,2026,,,',
      row,
      'y,paid_search',
    ]);
    const { code, out, err } = await runCommand(['check-claims', path]);
    expect(code).toBe(1);
    expect(jsonLines(out).map(({ id }) => id)).toEqual(['a']);
    expect(err.trim().split('\n')).toHaveLength(2);
    expect(err).toMatch(/line 2 \(x\): /);
  });
}, 60_000);

describe('assay import applications, as a process', () => {
  it('takes in each good line once, reports every line, and the exit code says so', async () => {
    const { responsible_person } = intakeForm();
    const form = intakeForm({
      responsible_person: { ...responsible_person, email: 'imported@firm.example' },
    });
    const good = { external_id: 'crm-1', locale: 'en', form };
    const path = await file('import.jsonl', [
      good,
      '{"external_id":',
      { ...good, external_id: 'crm-2', state: 'x' },
    ]);
    const first = await runCommand(['import', 'applications', path], settingsOf(database));
    expect(first.code).toBe(1);
    expect(jsonLines(first.out)).toMatchObject([
      { line: 1, external_id: 'crm-1', result: 'imported' },
      { line: 2, result: 'failed' },
      { line: 3, result: 'failed', errors: [{ pointer: '/state', code: 'unknown_field' }] },
    ]);
    expect(first.err).toContain('1 imported, 0 there already, 2 failed');
    const again = await runCommand(
      ['import', 'applications', await file('again.jsonl', [good])],
      settingsOf(database),
    );
    expect([again.code, jsonLines(again.out)[0]?.result]).toEqual([0, 'exists']);
  });

  it('says in a sentence what it needs', async () => {
    const { code, err } = await runCommand(['import', 'applications', join(folder, 'none.jsonl')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^\S+none\.jsonl is not a file that can be read\.\n$/);
  });
}, 60_000);
