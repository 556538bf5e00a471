import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildApp } from '../../server/app.ts';
import { installReferenceData } from '../../server/install.ts';
import { openServices, prepareDatabase, readConfig } from '../../server/process.ts';

// Run by second-process.ts: a whole web process that dies where a request asks it to.
const config = readConfig(process.env, { varDir: process.env.ASSAY_TEST_VAR ?? '' });
if (config.database.kind !== 'external') throw new Error('DATABASE_URL is not set');
const database = {
  appUrl: config.database.appUrl,
  adminUrl: config.database.adminUrl,
  stop: async () => undefined,
};
await prepareDatabase(database, config, 'test');
const { services } = await openServices(config, database, false);
await installReferenceData(services);

let death: string | undefined;
const die = () => process.kill(process.pid, 'SIGKILL');
const { run } = services;
services.run = (options, work) =>
  run(options, async (uow) => {
    const result = await work(uow);
    if (death === 'before-commit') {
      die();
      await new Promise(() => undefined);
    }
    return result;
  });

const app = buildApp(services, '/nowhere', { draining: false });
const server = createServer((req, res) => {
  death = typeof req.headers['x-die'] === 'string' ? req.headers['x-die'] : undefined;
  if (death === 'before-reply') {
    res.end = () => {
      die();
      return res;
    };
  }
  app(req, res);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
