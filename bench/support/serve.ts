import { createServer, type IncomingMessage } from 'node:http';
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import type { Captured } from './capture.ts';

/** What the limit server does at one path: a read of some statements, or a write in BEGIN ... COMMIT. */
export interface LimitPlan {
  statements: Captured[];
  transaction: boolean;
}

const kind = process.argv[2];

async function ours(): Promise<void> {
  const { buildApp } = await import('../../server/app.ts');
  const { openServices, readConfig } = await import('../../server/process.ts');
  const config = readConfig(process.env);
  const place = { appUrl: process.env.DATABASE_URL ?? '', adminUrl: null, stop: async () => undefined };
  const open = await openServices(config, place, false);
  const app = buildApp(open.services, join(config.root, 'dist'), { draining: false });
  const server = createServer(app).listen(0, '127.0.0.1', () => {
    config.publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    console.log(config.publicUrl);
    setTimeout(flushCompileCache, 200);
  });
}

async function bodyOf(req: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}

/** Values that the plan leaves to the caller, taken from the body. */
const filled = (values: readonly unknown[], body: Record<string, unknown>) =>
  values.map((value) =>
    typeof value === 'object' && value !== null && 'given' in value ? body[String(value.given)] : value,
  );

function limit(): void {
  const plan = JSON.parse(process.env.BENCH_PLAN ?? 'null') as LimitPlan;
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
  const server = createServer(async (req, res) => {
    const body = await bodyOf(req);
    const client = await pool.connect();
    try {
      const rows: unknown[] = [];
      if (plan.transaction) await client.query('begin');
      for (const [at, { text, values }] of plan.statements.entries()) {
        const query = { name: `limit.${at}`, text, values: filled(values, body) };
        rows.push((await client.query(query)).rows);
      }
      if (plan.transaction) await client.query('commit');
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
    } catch (error) {
      res.writeHead(500).end(String(error));
    } finally {
      client.release();
    }
  }).listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
}

if (kind === 'ours') await ours();
else limit();
