import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildApp } from '../../server/app.ts';
import type { Ground } from './ground.ts';

export interface Captured {
  text: string;
  values: unknown[];
}

/** Statements every request makes whatever its screen: the caller's session. The limit does without them. */
const ofTheDoor = /\b(sessions|portal_sessions|api_keys|rate_windows)\b/;

const settles = /^(begin|commit|rollback)\b/i;

/** The SQL one request of ours runs, as it reaches PostgreSQL, so that the limit can run the very same. */
export async function captureSql(ground: Ground, path: string, cookie: string): Promise<Captured[]> {
  const { services } = ground.open;
  const found: Captured[] = [];
  const listen = (query: { sql: string; bindings?: unknown[] }) => {
    if (ofTheDoor.test(query.sql) || settles.test(query.sql.replace(/;$/, ''))) return;
    found.push({ text: query.sql, values: query.bindings ?? [] });
  };
  const server = createServer(buildApp(services, '', { draining: false }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    await (await fetch(url, { headers: { cookie } })).text();
    services.db.on('query', listen);
    const reply = await fetch(url, { headers: { cookie } });
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
    await reply.text();
    return found;
  } finally {
    services.db.removeListener('query', listen);
    server.closeAllConnections();
    server.close();
  }
}
