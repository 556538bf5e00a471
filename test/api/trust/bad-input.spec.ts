import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { soundForm, startDraft, submitForm } from '../../support/forms.ts';

const save = '/api/portal/application/save';
const kept = 'What I typed this morning, and must not lose.';
let app: TestApp;
let applicant: Client;
let id: string;
let token: string;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.services.db('rate_windows').delete();
  applicant = app.anonymous();
  ({ id, token } = await startDraft(applicant));
  expect((await applicant.post(save, { document: { statement: kept }, saves: 1 })).status).toBe(200);
});

const shown = async () => (await applicant.get('/api/portal/application')).body;
/** Whatever was refused: the draft is as it was, and can be saved again. */
async function nothingLost() {
  expect(await shown()).toMatchObject({ state: 'draft', saves: 2, document: { statement: kept } });
  expect((await applicant.post(save, { document: { statement: kept }, saves: 2 })).status).toBe(200);
}
const raw = (body: string) =>
  applicant.raw('POST', save, body, { headers: { 'content-type': 'application/json' } });

describe('hostile text in a draft', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['markup with a handler', '<img src=x onerror="alert(1)">'],
    ['a link that runs', '[here](javascript:alert(1))'],
    ['SQL', "'; drop table applications; --"],
    ['a template', '{{link}} #{7*7} <%= 7 %> {{constructor.constructor("x")()}}'],
    ['right-to-left marks', 'safe\u202Egpj.exe\u2066\u200F'],
    ['a formula', '=HYPERLINK("https://evil.example","see")'],
    ['emoji and combining marks', '👩🏽‍💻 e\u0301 \u{1F468}\u200D\u{1F469}'],
    ['every line break', 'one\r\ntwo\rthree\n\u2028four\ttabbed'],
  ])('%s is kept exactly as typed, as text', async (_, statement) => {
    const reply = await applicant.post(save, { document: { statement }, saves: 2 });
    expect(reply.status).toBe(200);
    const back = await applicant.get('/api/portal/application');
    expect(back.body.document.statement).toBe(statement);
    expect(back.headers.get('content-type')).toContain('application/json');
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['NUL', '{"document":{"statement":"a\\u0000b"},"saves":2}'],
    ['a lone surrogate', '{"document":{"statement":"a\\ud83db"},"saves":2}'],
    ['a repeated key', '{"document":{"statement":"a","statement":"b"},"saves":2}'],
    ['a key of the prototype', '{"document":{"organisation":{"__proto__":{"x":1}}},"saves":2}'],
    ['half a document', '{"document":{"statement":"a'],
  ])('%s is malformed_request, and the draft stays', async (_, body) => {
    const reply = await raw(body);
    expect([reply.status, reply.body.code]).toEqual([400, 'malformed_request']);
    expect(reply.body.request_id).toBeTruthy();
    await nothingLost();
  });

  it('a paste of a megabyte is too long for its field, said by the field; one of three is too_large', async () => {
    const long = await applicant.post(save, { document: { statement: 'x'.repeat(1_000_000) }, saves: 2 });
    expect([long.status, long.body.code]).toEqual([422, 'invalid_input']);
    expect(long.body.errors).toEqual([
      { pointer: '/document/statement', code: 'too_long', params: { max: 20_000 } },
    ]);
    const huge = await applicant.post(save, { document: { statement: 'x'.repeat(3_000_000) }, saves: 2 });
    expect([huge.status, huge.body.code]).toEqual([413, 'too_large']);
    await nothingLost();
  });

  it('direction marks and controls are refused in names, when the form is handed in', async () => {
    const form = soundForm();
    const organisation = { ...form.organisation, trading_name: 'Lark\u202Ellih' };
    await applicant.post(save, { document: { ...form, organisation }, saves: 2 });
    const reply = await applicant.post('/api/portal/application/submit');
    expect([reply.status, reply.body.code]).toEqual([422, 'incomplete']);
    expect(JSON.stringify(reply.body.errors)).toContain('/organisation/trading_name');
    expect((await shown()).document.organisation.trading_name).toBe('Lark\u202Ellih');
  });
});

describe('wrong shapes', () => {
  it.each([
    ['a number for a text', { statement: 7 }, '/document/statement'],
    ['a list for a text', { statement: ['a'] }, '/document/statement'],
    ['a text for a list', { case_studies: 'two' }, '/document/case_studies'],
    [
      'an object for a choice',
      { offer: { primary_channel: { $ne: '' } } },
      '/document/offer/primary_channel',
    ],
    ['a text for a tick', { confirmed: 'yes' }, '/document/confirmed'],
    ['an unknown field', { state: 'approved' }, '/document/state'],
    ['an unknown field below', { organisation: { owner_id: 'me' } }, '/document/organisation/owner_id'],
    [
      'a foreign file id that is none',
      { case_studies: [{ id: 'a', file_ids: ['x'] }] },
      '/document/case_studies/0/file_ids/0',
    ],
    ['an entry id with a path', { references: [{ id: '../../x' }] }, '/document/references/0/id'],
  ])('%s is invalid_input, named by its pointer, and the draft stays', async (_, document, pointer) => {
    const reply = await applicant.post(save, { document, saves: 2 });
    expect([reply.status, reply.body.code]).toEqual([422, 'invalid_input']);
    expect(reply.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer);
    await nothingLost();
  });
});

describe('other people, older tabs, older links', () => {
  it("somebody else's file is not found, whether it exists or not", async () => {
    const other = app.anonymous();
    await startDraft(other);
    const form = new FormData();
    form.append('file', new Blob(['a,b\n1,2\n']), 'figures.csv');
    const uploaded = await other.raw('POST', '/api/portal/files', form);
    expect(uploaded.status).toBe(201);
    for (const file of [uploaded.body.id, randomUUID()]) {
      const read = await applicant.get(`/api/portal/files/${file}`);
      const removed = await applicant.post(`/api/portal/files/${file}/remove`);
      expect([read.status, read.body.code]).toEqual([404, 'not_found']);
      expect([removed.status, removed.body.code]).toEqual([404, 'not_found']);
    }
    expect((await other.get(`/api/portal/files/${uploaded.body.id}`)).status).toBe(200);
  });

  it('an older tab is told stale_version with the newer text, and what it typed can still be sent', async () => {
    const reply = await applicant.post(save, { document: { statement: 'From the other tab' }, saves: 1 });
    expect([reply.status, reply.body.code]).toEqual([412, 'stale_version']);
    expect(reply.body.current).toMatchObject({ saves: 2, document: { statement: kept } });
    const again = await applicant.post(save, { document: { statement: 'From the other tab' }, saves: 2 });
    expect(again.status).toBe(200);
  });

  it('an altered link is link_invalid, an expired one link_expired, a missing one invalid_input', async () => {
    const open = async (value: unknown) => {
      const reply = await app.anonymous().post('/api/portal/open', { token: value });
      return [reply.status, reply.body.code];
    };
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await open(altered)).toEqual([404, 'link_invalid']);
    expect(await open(token.toUpperCase())).toEqual([404, 'link_invalid']);
    expect(await open('x'.repeat(43))).toEqual([404, 'link_invalid']);
    expect(await open(undefined)).toEqual([422, 'invalid_input']);
    expect(await open('x'.repeat(100_000))).toEqual([422, 'invalid_input']);
    await app.services
      .db('portal_links')
      .where({ subject_id: id })
      .update({
        expires_at: app.services.db.raw("assay_now() - interval '1 second'"),
      });
    expect(await open(token)).toEqual([410, 'link_expired']);
  });

  it('a cookie that was altered is nobody, and its draft is not lost', async () => {
    const stranger = app.anonymous();
    stranger.cookie = `${applicant.cookie?.slice(0, -3)}xyz`;
    const reply = await stranger.get('/api/portal/application');
    expect([reply.status, reply.body.code]).toEqual([401, 'not_signed_in']);
    await nothingLost();
  });

  it('a link that only shows the status opens no draft for writing', async () => {
    const done = app.anonymous();
    const submitted = await submitForm(done);
    await app.runJobs();
    const mail = JSON.stringify(app.sent.at(-1));
    const status = app.anonymous();
    const opened = await status.post('/api/portal/open', { token: /#t=([\w-]{43})/.exec(mail)?.[1] });
    expect(opened.body).toMatchObject({ purpose: 'status', application_id: submitted });
    status.csrf = opened.body.csrf;
    const reply = await status.post(save, { document: { statement: 'changed' }, saves: 2 });
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
  });
});
