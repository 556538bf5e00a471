// Runs every check of the project and ends with one line: how many passed, how many failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reportFile = join(root, 'var', 'checks', 'vitest.json');
const bin = (...parts: string[]) => join(root, 'node_modules', ...parts);

type Count = { passed: number; failed: number };
type Report = {
  numPassedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
};

const STATIC: Record<string, { title: string; args: string[] }> = {
  types: { title: 'Types', args: [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit'] },
  lint: {
    title: 'Format and lint',
    args: [bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--max-diagnostics=50', '--diagnostic-level=warn'],
  },
  unused: { title: 'Dead code', args: [bin('knip', 'bin', 'knip.js'), '--no-progress', '--no-config-hints'] },
};

const CONSOLE = 'console';

// The browser and the set-up tests start whole servers: they run alone, so that nothing else slows them down.
const TOGETHER = ['architecture', 'rules', 'api', 'jobs', 'migrations', 'ui'];
const ALONE = ['browser', 'setup'];

// A developer's own settings must not decide what the tests see, nor NODE_ENV which build of a library they get.
const OWN =
  /^(NODE_ENV|PUBLIC_URL|PORT|DATABASE_(ADMIN_|READ_)?URL|SMTP_URL|MAIL_FROM|FILES_URL|TRUST_PROXY|ASSAY_\w+|VITEST\w*|FORCE_COLOR)$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name)));

function run(args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.once('SIGINT', pass).once('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

async function runStatic(name: string): Promise<Count> {
  const check = STATIC[name];
  if (!check) return { passed: 0, failed: 1 };
  const started = Date.now();
  const ok = (await run(check.args)) === 0;
  console.log(`${ok ? '✓' : '✗'} ${check.title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

// A skipped test proves nothing and a file that does not load hides its tests: both count as failed.
function countReport(exitCode: number): Count {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  let failed = 0;
  for (const file of report.testResults) {
    const broken = file.assertionResults.filter((test) => test.status !== 'passed').length;
    failed += broken === 0 && file.status === 'failed' ? 1 : broken;
  }
  if (failed === 0 && exitCode !== 0) failed = 1;
  return { passed: report.numPassedTests, failed };
}

// Set-up builds the console before the checks begin; its stamp stands only after a build that worked.
function checkConsole(): Promise<Count> {
  const ok = existsSync(join(root, 'dist', '.digest'));
  console.log(`${ok ? '✓' : '✗'} Console built`);
  return Promise.resolve(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

async function runProjects(names: string[]): Promise<Count> {
  const absent = names.filter((name) => !existsSync(join(root, 'test', name)));
  for (const name of absent) console.log(`✗ test/${name} holds no tests`);
  const present = names.filter((name) => !absent.includes(name));
  if (present.length === 0) return { passed: 0, failed: absent.length };
  mkdirSync(dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const exitCode = await run([
    bin('vitest', 'vitest.mjs'),
    'run',
    ...present.flatMap((name) => ['--project', name]),
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ]);
  const count = countReport(exitCode);
  return { passed: count.passed, failed: count.failed + absent.length };
}

async function main(asked: string[]): Promise<void> {
  const known = [CONSOLE, ...Object.keys(STATIC), ...TOGETHER, ...ALONE];
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no check "${unknown.join('", "')}": choose from ${known.join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const wanted = (name: string) => asked.length === 0 || asked.includes(name);
  const steps: (() => Promise<Count>)[] = Object.keys(STATIC)
    .filter(wanted)
    .map((name) => () => runStatic(name));
  if (wanted(CONSOLE)) steps.unshift(checkConsole);
  for (const group of [TOGETHER, ...ALONE.map((name) => [name])]) {
    const names = group.filter(wanted);
    if (names.length > 0) steps.push(() => runProjects(names));
  }
  const total: Count = { passed: 0, failed: 0 };
  for (const step of steps) {
    const count = await step();
    total.passed += count.passed;
    total.failed += count.failed;
  }
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed`);
}

await main(process.argv.slice(2));
