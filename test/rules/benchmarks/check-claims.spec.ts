import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../../server/cli/check-claims.ts';

const header = 'id,channel,industry_vertical,metric,value,currency,year,lead_definition,cost_basis,country';
let folder: string;
let out: string[];
let err: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claims-'));
  out = [];
  err = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function check(...rows: string[]) {
  const file = join(folder, 'claims.csv');
  writeFileSync(file, rows.join('\n'));
  const code = await run([file]);
  return {
    code,
    lines: out.map((text) => JSON.parse(text) as Record<string, unknown>),
    errors: err.join(''),
  };
}

describe('assay check-claims', () => {
  it('prints one line per row with exactly the agreed members', async () => {
    const { code, lines } = await check(
      header,
      'a,paid_search,b2b_saas_software,cpl,95,USD,2026,form_submission,media_only,US',
      'b,paid_search,b2b_saas_software,cpl,5,USD,2026,form_submission,media_only,US',
      'c,cold_email_outbound,b2b_saas_software,cpl,5,USD,2026,inquiry,all_in,',
      'd,paid_search,b2b_saas_software,sql_rate,130,,2026,,,',
    );
    expect(code).toBe(0);
    expect(lines.map((line) => `${line.id} ${line.verdict}`)).toEqual([
      'a plausible',
      'b second_reviewer',
      'c no_norm',
      'd arithmetic',
    ]);
    expect(Object.keys(lines[0] ?? {})).toEqual(
      'id verdict norm cell_median n families level ratio z percentile asks_below version'.split(' '),
    );
  });
  it('prints good rows and complains of bad ones with line and id; the exit code is 1', async () => {
    const { code, lines, errors } = await check(
      header,
      'a,carrier_pigeon,education,cpl,95,USD,2026,,,',
      'b,paid_search,education,cpl,cheap,USD,2026,,,',
      'c,paid_search,education,cpl,40,,2026,,,',
      'd,paid_search,education,cpl,40,USD,26,,,',
      'too,short',
      ',paid_search,education,cpl,40,USD,2026,,,',
      'e,paid_search,education,click_rate,40,USD,2026,,,',
      'z,paid_search,education,cpl,40,USD,2026,form_submission,media_only,US',
    );
    expect(code).toBe(1);
    expect(lines.map((line) => line.id)).toEqual(['z']);
    for (const words of [
      'line 2 (a): channel',
      'line 3 (b): value',
      'line 4 (c): currency',
      'line 5 (d): year',
    ])
      expect(errors).toContain(words);
    expect(errors).toMatch(/id is empty[\s\S]*line 8 \(e\): metric/);
    expect(errors.trim().split('\n')).toHaveLength(7);
  });
  it('gives a vertical nobody publishes about no norm and a word on it', async () => {
    const { code, lines, errors } = await check(header, 'a,paid_search,falconry,cpl,1,USD,2026,,,');
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ verdict: 'no_norm' });
    expect(errors).toContain('falconry');
  });
  it('does without the optional columns', async () => {
    const { code, lines } = await check(
      'id,channel,industry_vertical,metric,value,currency,year',
      'a,paid_search,education,cpl,60,usd,2025',
    );
    expect([code, lines[0]?.verdict]).toEqual([0, 'plausible']);
  });
  it('names missing columns, a missing file and a missing argument', async () => {
    expect((await check('id,channel', 'a,paid_search')).errors).toContain(
      'columns missing: industry_vertical, metric',
    );
    expect(await run([join(folder, 'nowhere.csv')])).toBe(1);
    expect(err.join('')).toContain('nowhere.csv');
    expect(await run([])).toBe(1);
    expect(err.at(-1)).toContain('usage: assay check-claims');
  });
});
