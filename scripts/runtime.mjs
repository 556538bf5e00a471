// Prints the Node that runs Assay: the one at hand when new enough, else the one npm brought along.
import { accessSync, constants, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST = [24, 7];

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** The path of a Node that runs TypeScript and knows Argon2, or undefined when this machine has none. */
export function findRuntime() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const brought = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  try {
    accessSync(brought, constants.X_OK);
    return brought;
  } catch {
    return undefined;
  }
}

/** The sentence for a machine without a usable Node. */
export function missingRuntime() {
  return `Assay runs on Node ${OLDEST.join('.')} or newer and npm brings none for ${process.platform}-${process.arch}: install Node 24 (https://nodejs.org) in place of ${process.versions.node}.`;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const runtime = findRuntime();
  if (runtime === undefined) {
    process.stderr.write(`${missingRuntime()}\n`);
    process.exitCode = 1;
  }
  // The shell executes what is printed: `false` ends it with exit code 1 and without a second message.
  process.stdout.write(`${runtime ?? 'false'}\n`);
}
