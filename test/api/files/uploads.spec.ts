import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Request } from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fileSizeMax } from '../../../server/files/schema.ts';
import { receiveUpload } from '../../../server/files/service/receive-upload.ts';
import { Problem } from '../../../server/kernel/problem.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { startDraft } from '../../support/forms.ts';
import { pdf } from '../../support/uploads.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ env: { TRUST_PROXY: '127.0.0.1' } });
});
afterAll(() => app.stop());

const stalled: Socket[] = [];
afterEach(async () => {
  for (const socket of stalled.splice(0)) socket.destroy();
  await new Promise((done) => setTimeout(done, 50));
});

async function applicant(): Promise<Client> {
  const client = app.anonymous();
  await startDraft(client);
  return client;
}

function send(client: Client, bytes: Uint8Array, from = '192.0.2.1') {
  const form = new FormData();
  form.append('file', new Blob([bytes as BlobPart]), 'figures.pdf');
  return client.raw('POST', '/api/portal/files', form, { headers: { 'x-forwarded-for': from } });
}

/** Begins an upload, promises a megabyte and falls silent. */
async function stall(client: Client, from: string): Promise<Socket> {
  const { port, hostname } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  stalled.push(socket);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.write(
    `POST /api/portal/files HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${client.cookie}\r\nX-CSRF-Token: ${client.csrf}\r\n` +
      `X-Forwarded-For: ${from}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n` +
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
  );
  return socket;
}

describe('uploads on their way', () => {
  it('trust 39: senders who fall silent hold up nobody else', async () => {
    for (let n = 0; n < 12; n += 1) await stall(await applicant(), `198.51.100.${n % 2}`);
    await new Promise((done) => setTimeout(done, 300));
    const began = Date.now();
    expect((await send(await applicant(), pdf())).status).toBe(201);
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('trust 39: one address and one application have only so many on their way', async () => {
    const client = await applicant();
    for (let n = 0; n < 6; n += 1) await stall(client, `203.0.113.${n}`);
    for (let n = 0; n < 6; n += 1) await stall(await applicant(), '198.51.100.7');
    await new Promise((done) => setTimeout(done, 300));
    const sameApplication = await send(client, pdf());
    expect([sameApplication.status, sameApplication.body.code]).toEqual([429, 'too_many_requests']);
    const sameAddress = await send(await applicant(), pdf(), '198.51.100.7');
    expect([sameAddress.status, sameAddress.body.code]).toEqual([429, 'too_many_requests']);
    expect((await send(await applicant(), pdf())).status).toBe(201);
    for (const socket of stalled.splice(0)) socket.destroy();
    await new Promise((done) => setTimeout(done, 300));
    expect((await send(client, pdf())).status).toBe(201);
  });

  it('trust 39: silence ends an upload', async () => {
    const ended = new Promise<unknown>((done) => {
      const server = createServer((req, res) => {
        receiveUpload(req as Request, { silenceMs: 100 }).then(done, (error: unknown) => {
          done(error);
          res.destroy();
          server.close();
        });
      });
      server.listen(0, '127.0.0.1', () => {
        const sending = request({
          port: (server.address() as AddressInfo).port,
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 1_000_000 },
        });
        sending.on('error', () => undefined);
        sending.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF');
      });
    });
    const error = await ended;
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).code).toBe('too_slow');
  });

  it('a file of exactly ten megabytes is taken, one byte more is not', async () => {
    const client = await applicant();
    const full = Buffer.alloc(fileSizeMax, ' ');
    Buffer.from(pdf()).copy(full);
    full.write('%%EOF\n', fileSizeMax - 6, 'latin1');
    const taken = await send(client, full);
    expect([taken.status, taken.body.size]).toEqual([201, fileSizeMax]);
    const over = await send(client, Buffer.concat([full, Buffer.from('\n')]));
    expect([over.status, over.body.code]).toEqual([413, 'too_large']);
  });
});
