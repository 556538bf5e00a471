import { createServer } from 'node:http';
import { flushCompileCache } from 'node:module';
import { buildApp } from './app.ts';
import { installReferenceData } from './install.ts';
import { openFilesStore } from './platform/files-store.ts';
import { modeOf } from './platform/installation.ts';
import { listen } from './platform/listen.ts';
import { log } from './platform/log.ts';
import { SettingsError, StartError } from './platform/start-error.ts';
import { distFolder, openDatabase, openServices, prepareDatabase, readConfig } from './process.ts';
import { roomJobs } from './rooms.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

// Told to stop while still starting: what then fails for want of a database is no failure of the start.
let stopping = false;
let started = false;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  // The port is taken before anything is started, so that a busy one costs nothing and leaves nothing behind.
  const early = createServer((_req, res) => {
    res.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain' });
    res.end('Assay is starting.\n');
  });
  const web = config.role !== 'worker';
  const port = web ? await listen(early, config) : 0;
  if (config.port === 0 && web) config.publicUrl = `http://localhost:${port}`;
  const readiness = { draining: false };
  const closers: (() => Promise<void>)[] = [];
  onStopSignal(async (signal) => {
    readiness.draining = true;
    say(`${signal}: finishing what is under way`);
    // Before the start is through nobody waits for an answer, and what is half made is rolled back: only the database is
    // put away, and what connections say about that is no news.
    if (!started) process.env.ASSAY_LOG = 'silent';
    for (const close of started ? closers.reverse() : closers.slice(0, 1)) await close();
    say('Stopped.');
  });
  // Asked before anything is started: a place for files that cannot be used stops the start with nothing left behind.
  await openFilesStore(config.files);
  const database = await openDatabase(config, say);
  closers.push(() => database.stop());
  await prepareDatabase(database, config, config.demo ? 'demo' : 'real');
  const open = await openServices(config, database, config.role !== 'web');
  closers.push(() => open.close());
  await installReferenceData(open.services);
  const mode = await modeOf(open.services.db);
  if (mode === 'demo') {
    const { seedDemoOnce } = await import('../seeds/demo/run.ts');
    await seedDemoOnce(open.services, say);
  }
  if (web) {
    early.removeAllListeners('request');
    early.on('request', buildApp(open.services, distFolder(config), readiness));
    early.headersTimeout = 15_000;
    early.requestTimeout = 60_000;
    open.services.live.start();
  }
  if (config.role !== 'web') await open.jobs.work(roomJobs, open.services);
  // What was compiled for this start is kept for the next (NODE_COMPILE_CACHE, set by `npm start`).
  flushCompileCache();
  if (web)
    say(
      `Assay is ready at ${config.publicUrl}${mode === 'demo' ? ' (demo: sign in with any role shown there)' : ''}`,
    );
  else say('The Assay worker is running.');

  closers.push(async () => {
    // Behind a load balancer the answer of /readyz needs a moment to be noticed.
    if (config.database.kind === 'external') await new Promise((done) => setTimeout(done, 2_000));
    open.services.live.stop();
    early.closeIdleConnections();
    const closed = new Promise((done) => early.close(done));
    setTimeout(() => early.closeAllConnections(), 5_000).unref();
    if (web) await closed;
  });
  started = true;
}

/** Runs once for SIGTERM or SIGINT, whenever they come; a second signal or 20 seconds end it the hard way. */
function onStopSignal(drain: (signal: string) => Promise<void>): void {
  const stop = async (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    await drain(signal).catch((error: unknown) => log.error('the drain failed', { error }));
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

process.on('unhandledRejection', (error) => log.error('unhandled rejection', { error }));

start().catch((error: unknown) => {
  if (stopping) return;
  if (error instanceof SettingsError)
    for (const sentence of error.sentences) process.stderr.write(`${sentence}\n`);
  else if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else log.error('Assay could not start', { error });
  process.exit(1);
});
