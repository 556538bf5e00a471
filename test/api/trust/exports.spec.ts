import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../server/platform/db/connect.ts';
import type { Route } from '../../../server/platform/http/route.ts';
import { roomRoutes } from '../../../server/rooms.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { inReview } from '../../support/desk.ts';
import { soundForm } from '../../support/forms.ts';
import { openWork } from '../../support/queue.ts';
import { personas } from './personas.ts';

let app: TestApp;
let whoMay: (route: Route) => Client;
beforeAll(async () => {
  app = await startTestApp();
  whoMay = await personas(app);
  const { organisation } = soundForm();
  const trading_name = '=HYPERLINK("http://evil.example";"Pay")';
  await inReview(app, { organisation: { ...organisation, trading_name } });
  for (let at = 0; at < 3; at += 1) await openWork(app, { channel: 'event_webinar' });
});
afterAll(() => app.stop());

const lists = roomRoutes.filter((route) => route.kind === 'list');
const asCsv = { headers: { accept: 'text/csv' } };
const query = (parts: Record<string, unknown>) =>
  `?${new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, JSON.stringify(value)]))}`;
const rowsOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });
const notes = (id: string) => app.services.db('events').where({ subject_id: id }).orderBy('recorded_at');

describe.each(lists.map((route) => [route.path, route] as const))('the export of %s', (path, route) => {
  it('trust 28: gives the very rows of the list, and no column the list does not show', async () => {
    const client = whoMay(route);
    const listed = await client.get(path + query({ range: [0, 199] }));
    // A list that needs a filter says so of its file too.
    if (listed.status !== 200) {
      expect((await client.get(path, asCsv)).status).toBe(listed.status);
      return;
    }
    const total = Number(listed.headers.get('content-range')?.split('/')[1]);
    const reply = await client.get<string>(path, asCsv);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
    const rows = rowsOf(reply.body);
    expect(rows.slice(0, listed.body.length).map(({ id }) => id)).toEqual(
      listed.body.map(({ id }: { id: string }) => id),
    );
    // The export itself, and what ran meanwhile, is in the log after the list was read.
    if (route.resource !== 'log') expect(rows).toHaveLength(total);
    const shown = new Set(listed.body.flatMap((row: object) => Object.keys(row)));
    if (shown.size > 0)
      for (const column of Object.keys(rows[0] ?? {})) expect(shown).toContain(column.split('.')[0]);
  });

  it('trust 28: is refused to everybody the list is refused to, without a byte of it', async () => {
    const others = await Promise.all((['admin', 'account_manager'] as const).map((role) => app.signIn(role)));
    for (const client of [app.anonymous(), ...others]) {
      const [list, file] = [await client.get(path), await client.get(path, asCsv)];
      if (list.status === 200) continue;
      expect([file.status, file.body.code]).toEqual([list.status, list.body.code]);
      expect(file.headers.get('content-disposition')).toBeNull();
    }
  });

  it('trust 23: refuses filters and sorts the list does not offer', async () => {
    for (const asked of [{ filter: { password_hash: 'x' } }, { sort: ['secret', 'ASC'] }, { range: [0, 9] }])
      expect((await whoMay(route).get(path + query(asked), asCsv)).status).toBe(400);
  });
});

describe('an export', () => {
  it('trust 41: a name that is a formula reaches the file as plain text', async () => {
    const officer = await app.signIn('compliance_officer');
    const { body } = await officer.get<string>('/api/applications', asCsv);
    expect(body).toContain(`"'=HYPERLINK(""http://evil.example"";""Pay"")"`);
    expect(rowsOf(body)[0]?.trading_name?.startsWith("'=")).toBe(true);
  });

  it('trust 28: keeps to the filters and the order of the list', async () => {
    const reviewer = await app.signIn('reviewer');
    const asked = query({ filter: { channel: 'event_webinar' }, sort: ['opened_at', 'DESC'] });
    const rows = rowsOf((await reviewer.get<string>(`/api/work-items${asked}`, asCsv)).body);
    expect(rows.map(({ channel }) => channel)).toEqual(Array(3).fill('event_webinar'));
    const opened = rows.map(({ opened_at }) => opened_at);
    expect(opened).toEqual([...opened].sort().reverse());
  });

  it('trust 28: is in the log: who, which list, which filters, how many rows; a searched name is erasable', async () => {
    const officer = await app.signIn('compliance_officer', 'Omar Castell');
    const asked = query({ filter: { state: 'in_review', q: 'HYPERLINK' } });
    const { headers } = await officer.get(`/api/applications${asked}`, asCsv);
    const id = headers.get('x-export-id') ?? '';
    // How it ended is written once the last row has left.
    await expect.poll(async () => (await notes(id)).length).toBe(2);
    const [started, finished] = await notes(id);
    expect(started).toMatchObject({
      type: 'export.started',
      actor_id: officer.personId,
      data: { list: 'applications', filter: { state: 'in_review' }, sort: 'submitted_at asc' },
    });
    expect(JSON.stringify(started?.data)).not.toContain('HYPERLINK');
    const text = await app.services.db('event_texts').where({ event_id: started?.id }).first('field', 'body');
    expect(text).toEqual({ field: 'q', body: 'HYPERLINK' });
    expect(finished).toMatchObject({ type: 'export.finished', data: { rows: 1, complete: true } });
  });

  it('trust 50: does not begin where the log cannot be written', async () => {
    const officer = await app.signIn('compliance_officer');
    const owner = connect(app.database.adminUrl, { max: 1, applicationName: 'assay-test' });
    await owner.raw(
      "alter table events add constraint no_exports check (type <> 'export.started') not valid",
    );
    const reply = await officer.get('/api/applications', asCsv);
    await owner.raw('alter table events drop constraint no_exports');
    await owner.destroy();
    expect(reply.status).toBeGreaterThanOrEqual(500);
    expect(reply.headers.get('content-disposition')).toBeNull();
  });

  it('streams more rows than one batch, each once, and says when there is more than the cap', async () => {
    await app.services.db.raw(`insert into work_items (id, kind, channel, language, subject_kind, subject_id, party_key, state,
        allowed_minutes, effective_start, clock_start, due_at)
      select gen_random_uuid(), 'application', 'paid_social', 'en', 'application', gen_random_uuid(), 'p' || n, 'waiting',
        60, assay_now(), 0, assay_now() + make_interval(secs => n) from generate_series(1, 5003) n`);
    const reviewer = await app.signIn('reviewer');
    const asked = query({ filter: { channel: 'paid_social' } });
    const reply = await reviewer.get<string>(`/api/work-items${asked}`, asCsv);
    const rows = rowsOf(reply.body);
    expect([rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([5003, 5003]);
    expect(reply.headers.get('x-export-more')).toBe('false');
  });
});
