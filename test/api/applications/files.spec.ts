import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { soundForm, startDraft, submitForm } from '../../support/forms.ts';
import { csv, jpeg, pdf, png } from '../../support/uploads.ts';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startTestApp();
  folder = app.services.config.files.kind === 'folder' ? app.services.config.files.path : '';
});
afterAll(() => app.stop());

function upload(client: Client, bytes: Uint8Array | string, name: string, field = 'file') {
  const form = new FormData();
  form.append(field, new Blob([bytes as BlobPart]), name);
  return client.raw('POST', '/api/portal/files', form);
}

async function withDraft(): Promise<{ client: Client; id: string }> {
  const client = app.anonymous();
  return { client, ...(await startDraft(client)) };
}

async function stored(): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('files on an application (M13)', () => {
  it('takes PDF, PNG, JPEG and CSV by their content and gives them back as they were', async () => {
    const { client } = await withDraft();
    const given: [Uint8Array | string, string, string][] = [
      [pdf(), 'invoice.pdf', 'application/pdf'],
      [png(40, 30), 'chart.png', 'image/png'],
      [jpeg(40, 30), 'photo.JPG', 'image/jpeg'],
      [csv, 'leads.csv', 'text/csv'],
    ];
    for (const [bytes, name, type] of given) {
      const reply = await upload(client, bytes, name);
      expect(reply.status).toBe(201);
      expect(reply.body).toMatchObject({ name, media_type: type });
      const back = await fetch(`${app.url}/api/portal/files/${reply.body.id}`, {
        headers: { cookie: client.cookie ?? '' },
      });
      expect(Buffer.from(await back.arrayBuffer())).toEqual(Buffer.from(bytes as Uint8Array));
    }
    expect((await client.get('/api/portal/application')).body.files).toHaveLength(4);
  });

  it('trust 38: what the name says does not count; markup and scripts are refused', async () => {
    const { client } = await withDraft();
    const before = await stored();
    const hostile: [string, string][] = [
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'logo.png'],
      ['<!doctype html><script>alert(1)</script>', 'page.pdf'],
      ['name,note\nA,<script>alert(1)</script>\n', 'leads.csv'],
      ['#!/bin/sh\nrm -rf x, y\n', 'run.csv'],
      ['MZ\u0000\u0001', 'setup.exe'],
      ['plain words without columns', 'notes.csv'],
      ['', 'empty.pdf'],
    ];
    for (const [content, name] of hostile) {
      const reply = await upload(client, content, name);
      expect([name, reply.status]).toEqual([name, 422]);
      expect(reply.body.errors[0].code).toMatch(/^file_/);
    }
    expect(await stored()).toEqual(before);
  });

  it('trust 38: is served as an attachment that no browser runs', async () => {
    const { client } = await withDraft();
    const { body } = await upload(client, pdf(), 'page.html');
    expect(body.name).toBe('page.html.pdf');
    const reply = await client.get(`/api/portal/files/${body.id}`);
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="page.html.pdf"/);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('trust 39: a picture of 60,000 by 60,000 pixels is refused by its header', async () => {
    const { client } = await withDraft();
    for (const bytes of [png(60_000, 60_000), jpeg(60_000, 60_000)]) {
      const reply = await upload(client, bytes, 'bomb.png');
      expect(reply.status).toBe(422);
      expect(reply.body.errors[0].code).toBe('file_pixels');
    }
  });

  it('trust 39: more than 10 MB is refused while it is still coming in', async () => {
    const { client } = await withDraft();
    const reply = await upload(client, Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]), 'big.pdf');
    expect(reply.status).toBe(413);
    expect(reply.body.code).toBe('too_large');
  });

  it('trust 39: a form with other fields, several files or a broken boundary is refused', async () => {
    const { client } = await withDraft();
    expect((await upload(client, pdf(), 'a.pdf', 'files[0][deep][deep]')).status).toBe(400);
    const two = new FormData();
    two.append('file', new Blob([pdf() as BlobPart]), 'a.pdf');
    two.append('file', new Blob([pdf() as BlobPart]), 'b.pdf');
    expect((await client.raw('POST', '/api/portal/files', two)).status).toBe(400);
    const broken = await client.raw('POST', '/api/portal/files', 'not multipart', {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(broken.status).toBe(400);
    const json = await client.post('/api/portal/files', {});
    expect(json.status).toBe(415);
  });

  it('trust 40: paths, line breaks and direction marks in a name become a plain name', async () => {
    const { client } = await withDraft();
    const { body } = await upload(client, csv, '../../etc/\u202Eexe.vsc\r\nX: y"Größe?.csv');
    expect(body.name).not.toMatch(/[/\\\r\n\u202e"?]/);
    const reply = await client.get(`/api/portal/files/${body.id}`);
    const header = reply.headers.get('content-disposition') ?? '';
    expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.!~-]+$/);
  });

  it('trust 27: nobody else finds it by its id', async () => {
    const { client } = await withDraft();
    const { body } = await upload(client, csv, 'mine.csv');
    const other = (await withDraft()).client;
    expect((await other.get(`/api/portal/files/${body.id}`)).status).toBe(404);
    expect((await other.post(`/api/portal/files/${body.id}/remove`)).status).toBe(404);
    expect((await app.anonymous().get(`/api/portal/files/${body.id}`)).status).toBe(401);
    expect((await (await app.signIn('account_manager')).get(`/api/files/${body.id}`)).status).toBe(403);
    const desk = await (await app.signIn('reviewer')).get(`/api/files/${body.id}`);
    expect(desk.status).toBe(200);
    expect(desk.body).toBe(csv);
  });

  it('keeps 40 files per application and says so at the next', async () => {
    const { client } = await withDraft();
    for (let at = 0; at < 40; at += 1) expect((await upload(client, csv, `f${at}.csv`)).status).toBe(201);
    const reply = await upload(client, csv, 'one-too-many.csv');
    expect(reply.status).toBe(409);
    expect(reply.body).toMatchObject({ code: 'blocked', params: { reason: 'too_many_files', max: 40 } });
  });

  it("another application's file cannot be attached to a case study", async () => {
    const foreign = (await upload((await withDraft()).client, csv, 'x.csv')).body.id;
    const { client } = await withDraft();
    const form = soundForm();
    const [first, ...rest] = form.case_studies;
    const document = { ...form, case_studies: [{ ...first, file_ids: [foreign] }, ...rest] };
    await client.post('/api/portal/application/save', { document, saves: 1 });
    const reply = await client.post('/api/portal/application/submit');
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toEqual([{ pointer: '/case_studies/0/file_ids/0', code: 'no_such_file' }]);
  });

  it('trust 18: nothing is attached or removed once it was handed in', async () => {
    const client = app.anonymous();
    await submitForm(client);
    expect((await upload(client, csv, 'late.csv')).status).toBe(409);
  });

  it('trust 6: bytes without a row are swept after a day, files in use stay', async () => {
    const { client } = await withDraft();
    const kept = await upload(client, csv, 'kept.csv');
    const removed = await upload(client, csv, 'removed.csv');
    await client.post(`/api/portal/files/${removed.body.id}/remove`);
    await app.services.files.put('aa/orphan', Buffer.from('left behind'));
    const longAgo = new Date(Date.now() - 2 * 24 * 3600 * 1000);
    for (const path of await stored()) await utimes(path, longAgo, longAgo);
    const young = await upload(client, csv, 'young.csv');
    const before = (await stored()).length;
    await app.runJobs('files.sweep_orphans');
    expect(await app.services.files.exists('aa/orphan')).toBe(false);
    expect((await stored()).length).toBeLessThanOrEqual(before - 2);
    for (const id of [kept.body.id, young.body.id])
      expect((await client.get(`/api/portal/files/${id}`)).status).toBe(200);
    expect((await client.get(`/api/portal/files/${removed.body.id}`)).status).toBe(404);
  });

  it('trust 6: when the bytes cannot be kept, nothing is acknowledged and no row is left', async () => {
    const { client, id } = await withDraft();
    const { put } = app.services.files;
    const { Problem } = await import('../../../server/kernel/problem.ts');
    app.services.files.put = async () => {
      throw new Problem('unavailable', { reason: 'files' });
    };
    try {
      const reply = await upload(client, csv, 'lost.csv');
      expect(reply.status).toBe(503);
      expect(reply.headers.get('retry-after')).not.toBeNull();
      expect(await app.services.db('files').where({ subject_id: id })).toHaveLength(0);
    } finally {
      app.services.files.put = put;
    }
  });
});
