import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../../../server/platform/listen.ts';

const outer = Object.values(networkInterfaces())
  .flat()
  .find((one) => one && !one.internal && one.family === 'IPv4')?.address;

const servers: Server[] = [];
async function listening(publicUrl: string): Promise<number> {
  const server = createServer((_req, res) => res.end('here'));
  servers.push(server);
  return listen(server, { port: 0, portChosen: true, publicUrl });
}
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const reaches = async (host: string, port: number): Promise<boolean> => {
  const socket = connect(port, host);
  const met = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(
      () => false,
      () => false,
    ),
  ]).catch(() => false);
  socket.destroy();
  return met;
};

describe('the port', () => {
  it.each(['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:8080'])(
    'is open to this machine alone while people reach it by %s',
    async (publicUrl) => {
      const port = await listening(publicUrl);
      expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('here');
      expect(await (await fetch(`http://localhost:${port}`)).text()).toBe('here');
      if (outer) expect(await reaches(outer, port)).toBe(false);
    },
  );

  it('is open to the proxy where people come from elsewhere', async () => {
    const port = await listening('https://desk.example.com');
    expect(await reaches('127.0.0.1', port)).toBe(true);
    if (outer) expect(await reaches(outer, port)).toBe(true);
  });

  it('that somebody has is refused with a sentence', async () => {
    const port = await listening('http://localhost');
    const second = createServer();
    await expect(listen(second, { port, portChosen: true, publicUrl: 'http://localhost' })).rejects.toThrow(
      /^Port \d+ is in use: .*PORT\.$/,
    );
  });

  it('is free again once the server is closed', async () => {
    const port = await listening('http://localhost');
    const [server] = servers.splice(0);
    await new Promise((done) => server?.close(done));
    await expect.poll(() => reaches('::1', port)).toBe(false);
    expect(await reaches('127.0.0.1', port)).toBe(false);
  });
});
