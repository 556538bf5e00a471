import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLine } from '../../../server/cli/import.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { intakeForm } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const lineOf = (externalId: string, more: Record<string, unknown> = {}) =>
  JSON.stringify({ external_id: externalId, locale: 'en', form: intakeForm(), ...more });

describe('assay import applications', () => {
  it('imports a line once; the same line again is reported as there already', async () => {
    const first = await importLine(app.services, lineOf('old-1'), 1);
    expect(first).toMatchObject({ line: 1, external_id: 'old-1', result: 'imported' });
    const again = await importLine(app.services, lineOf('old-1'), 2);
    expect(again).toEqual({ line: 2, external_id: 'old-1', result: 'exists', id: first.id });
    const rows = await app.services.db('applications').where({ source: 'import', external_id: 'old-1' });
    expect(rows).toHaveLength(1);
  });

  it('two imports of the same line at once make one application', async () => {
    const reports = await Promise.all([1, 2].map((line) => importLine(app.services, lineOf('old-2'), line)));
    expect(reports.map((report) => report.result).sort()).toEqual(['exists', 'imported']);
  });

  it('reports what is wrong with a line and leaves the others standing', async () => {
    expect(await importLine(app.services, '{"external_id": "x"', 3)).toMatchObject({
      line: 3,
      result: 'failed',
    });
    const missing = await importLine(app.services, JSON.stringify({ locale: 'en', form: intakeForm() }), 4);
    expect(missing.errors).toEqual([{ pointer: '/external_id', code: 'missing' }]);
    const form = { ...intakeForm(), statement: '' };
    const wrong = await importLine(app.services, lineOf('old-3', { form }), 5);
    expect(wrong).toMatchObject({ line: 5, result: 'failed' });
    expect(wrong.errors?.map((error) => error.pointer)).toContain('/form/statement');
    expect(await importLine(app.services, lineOf('old-4'), 6)).toMatchObject({ result: 'imported' });
  });
});
