import { existsSync } from 'node:fs';

interface Command {
  help: string;
  run(args: string[]): Promise<number>;
}

/** Each command and the file that holds it; a file is loaded only when its command is asked for. */
const COMMANDS: Record<string, string> = {
  admin: './admin.ts',
  'api-key': './api-key.ts',
  'check-claims': './check-claims.ts',
  evaluate: './evaluate.ts',
  import: './import.ts',
  keys: './keys.ts',
  migrate: './migrate.ts',
  score: './score.ts',
  seed: './seed.ts',
  'verify-log': './verify-log.ts',
};

function present(file: string): boolean {
  return existsSync(new URL(file, import.meta.url));
}

async function load(file: string): Promise<Command> {
  return (await import(new URL(file, import.meta.url).href)) as Command;
}

async function usage(): Promise<string> {
  const lines = ['Usage: npm run -s assay -- COMMAND ...', ''];
  for (const file of Object.values(COMMANDS)) if (present(file)) lines.push(`  ${(await load(file)).help}`);
  return `${lines.join('\n')}\n`;
}

async function main(args: string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const file = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (file === undefined || !present(file)) {
    const asked = name === '' || name === 'help' || name === '--help' || name === '-h';
    const text = await usage();
    if (asked && name !== '') process.stdout.write(text);
    else process.stderr.write(name === '' ? text : `There is no command "${name}".\n${text}`);
    return asked && name !== '' ? 0 : 1;
  }
  return (await load(file)).run(rest);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may leave early (`| head`); that is no failure.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
