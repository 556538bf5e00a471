// Brings a checkout into a state that can run: packages by the lockfile, the console by its content.
// Plain JavaScript for Node 20, without packages: nothing is installed yet when it starts.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { withFileLock } from '../server/platform/file-lock.mjs';
import { findRuntime, missingRuntime } from './runtime.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const mode = process.argv[2] ?? 'start';
const modes = ['start', 'test', 'cli'];
const packagesStamp = join(root, 'node_modules', '.assay-lock');
const consoleStamp = join(root, 'dist', '.digest');

class Stop extends Error {}

// Progress goes to stderr: what a command prints on stdout stays clean for pipes.
const say = (line) => process.stderr.write(`${line}\n`);
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const readOr = (path, other) => (existsSync(path) ? readFileSync(path, 'utf8') : other);

function wantedPackages() {
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${digest} ${process.platform}-${process.arch}`;
}

function* filesBelow(folder, wanted) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path, wanted);
    else if (wanted(relative(root, path))) yield path;
  }
}

// The console may import schemas, the permission matrix and the kernel they are made of; nothing else changes it.
function wantedConsole() {
  const isShared = (path) => /(^|\/)schema(\.ts$|\/)/.test(path) || path.startsWith('server/kernel/');
  const paths = [
    ...filesBelow(join(root, 'admin-ui'), () => true),
    ...filesBelow(join(root, 'server'), (path) => isShared(path) || path === 'server/access/matrix.ts'),
    ...['vite.config.ts', 'tsconfig.json', 'package-lock.json'].map((name) => join(root, name)),
  ];
  const digest = createHash('sha256');
  for (const path of paths) {
    if (!existsSync(path)) continue;
    digest
      .update(`${relative(root, path)}\0`)
      .update(createHash('sha256').update(readFileSync(path)).digest());
  }
  return digest.digest('hex');
}

const packagesReady = () => readOr(packagesStamp, '').trim() === wantedPackages();
const hasConsole = () => mode !== 'cli' && existsSync(join(root, 'vite.config.ts'));
const consoleReady = () => !hasConsole() || readOr(consoleStamp, '').trim() === wantedConsole();

function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-8_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code: code ?? signal, output: stripVTControlCharacters(output).trim() }),
    );
  });
}

// Development packages build the console and run the checks, so settings that leave them out are overruled here.
function installEnvironment() {
  const overruled =
    /^npm_config_(omit|include|only|production|dev|optional|global|dry_run|package_lock_only|ignore_scripts)$/i;
  const kept = Object.entries(process.env).filter(([name]) => !overruled.test(name) && name !== 'NODE_ENV');
  return Object.fromEntries(kept);
}

async function installPackages() {
  const started = Date.now();
  say('Installing packages (once, a minute or two) ...');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--no-progress'];
  const isScript = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const { code, output } = isScript
    ? await run(process.execPath, [npm, ...args], installEnvironment())
    : await run('npm', args, installEnvironment());
  if (code !== 0) {
    say(output);
    throw new Stop('npm could not install the packages: see its message above, then run the command again.');
  }
  writeFileSync(packagesStamp, `${wantedPackages()}\n`);
  say(`Packages installed in ${seconds(started)}.`);
}

async function buildConsole(runtime) {
  const started = Date.now();
  const wanted = wantedConsole();
  say('Building the console ...');
  rmSync(consoleStamp, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await run(runtime, [vite, 'build', '--logLevel', 'warn'], env);
  if (code !== 0) {
    say(output.slice(0, 2_000));
    // The checks go on and count it: one broken screen must not hide the state of everything else.
    if (mode !== 'test') throw new Stop('The console could not be built: see the message above.');
    return;
  }
  mkdirSync(dirname(consoleStamp), { recursive: true });
  writeFileSync(consoleStamp, `${wanted}\n`);
  say(`Console built in ${seconds(started)}.`);
}

async function prepare() {
  if (!modes.includes(mode)) throw new Stop(`scripts/prepare.mjs knows ${modes.join(', ')}, not "${mode}".`);
  if (!packagesReady() || !consoleReady()) {
    const waiting = () => say('Another start is preparing this folder; waiting for it ...');
    await withFileLock(
      join(root, 'var', 'prepare.lock'),
      async () => {
        if (!packagesReady()) await installPackages();
        const runtime = findRuntime();
        if (runtime !== undefined && !consoleReady()) await buildConsole(runtime);
      },
      waiting,
    );
  }
  if (findRuntime() === undefined) throw new Stop(missingRuntime());
}

function sentenceFor(error) {
  if (error instanceof Stop) return error.message;
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return `Assay cannot write to ${error.path ?? root}: give this account write access to the folder, or run it from a copy.`;
  }
  if (error.code === 'ENOSPC') return `The disk that holds ${root} is full: free some space and start again.`;
  return `Set-up failed: ${error.message}`;
}

prepare().catch((error) => {
  say(sentenceFor(error));
  process.exitCode = 1;
});
