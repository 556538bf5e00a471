import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { installationActor } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import { createFirstAdmin } from '../people/service/first-admins.ts';
import { withDatabase } from './with-database.ts';

export const help =
  'admin create --email E --name N [--password-stdin]   make one of the first two admins, who grant everything else together';

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

const sentences: Record<string, string> = {
  demo: 'admin: this is a demo, which has its own accounts; set ASSAY_DEMO=off on a fresh installation.',
  enough: 'admin: there are two admins already; they invite everybody else in the console.',
};

function explain(error: Problem): string {
  const reason = sentences[String(error.params.reason ?? '')];
  const fields = error.fields.map(({ pointer, code }) => `${pointer.slice(1)} (${code})`).join(', ');
  return reason ?? `admin: this cannot be: ${fields || error.code}.`;
}

/** Exit 0 with the address, or with a one-time link where no password was given; exit 1 with a sentence. */
export async function run(args: string[]): Promise<number> {
  const [verb, ...rest] = args;
  const options = {
    email: { type: 'string' },
    name: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  } as const;
  let values: { email?: string; name?: string; 'password-stdin'?: boolean };
  try {
    values = parseArgs({ args: rest, options }).values;
  } catch (error) {
    console.error(`admin: ${(error as Error).message}`);
    return 1;
  }
  const { email, name } = values;
  if (verb !== 'create' || !email || !name) {
    console.error(`usage: ${help}`);
    return 1;
  }
  const password = values['password-stdin'] ? await firstLine() : undefined;
  return withDatabase(async ({ services, config }) => {
    try {
      const made = await services.run({ actor: installationActor }, (uow) =>
        createFirstAdmin(uow, { email, name, password }, config.publicUrl),
      );
      console.log(`Admin ${made.email} made.`);
      if (made.link) console.log(`Open this once within seven days to choose a password: ${made.link}`);
      if (made.admins < 2) console.log('Make a second one the same way: roles are granted by two admins.');
      return 0;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      console.error(explain(error));
      return 1;
    }
  });
}
