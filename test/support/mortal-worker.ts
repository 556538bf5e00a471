import { openServices, prepareDatabase, readConfig } from '../../server/process.ts';
import { roomJobs } from '../../server/rooms.ts';

// Run as a process of its own: a whole worker that is killed at the moment the mail server has taken a mail.
const config = readConfig(process.env, { varDir: process.env.ASSAY_TEST_VAR ?? '' });
if (config.database.kind !== 'external') throw new Error('DATABASE_URL is not set');
const database = {
  appUrl: config.database.appUrl,
  adminUrl: config.database.adminUrl,
  stop: async () => undefined,
};
await prepareDatabase(database, config, 'test');
const { services, jobs } = await openServices(config, database, true);
const { mailer } = services;
if (!mailer) throw new Error('SMTP_URL is not set');
services.mailer = {
  async send(mail) {
    const reply = await mailer.send(mail);
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
    return reply;
  },
};
await jobs.work(roomJobs, services);
