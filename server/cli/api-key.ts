import { parseArgs } from 'node:util';
import { listKeys } from '../access/read/api-keys.ts';
import { createKey, revokeKey } from '../access/service/api-keys.ts';
import { installationActor } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import { type CommandContext, withDatabase } from './with-database.ts';

export const help =
  'api-key create --name N --scope intake | list | revoke ID   keys for machines; a new one is printed once';

type Verb = (context: CommandContext, rest: string[]) => Promise<number>;

const create: Verb = async ({ services }, rest) => {
  const options = { name: { type: 'string' }, scope: { type: 'string', multiple: true } } as const;
  const { values } = parseArgs({ args: rest, options });
  const made = await services.run({ actor: installationActor }, (uow) =>
    createKey(uow, { name: values.name ?? '', scopes: values.scope ?? [] }),
  );
  console.log(made.key);
  console.error('Keep it now: it is not shown again.');
  return 0;
};

const show: Verb = async ({ db }) => {
  const sort = { field: 'created_at', order: 'asc' } as const;
  const { rows } = await listKeys(db, { filter: {}, sort, offset: 0, limit: 10_000 });
  for (const { id, name, scopes, hint, created_at, last_used_at, revoked_at } of rows)
    console.log(
      JSON.stringify({ id, name, scopes, key: `assay_${hint}_…`, created_at, last_used_at, revoked_at }),
    );
  return 0;
};

const revoke: Verb = async ({ services }, [id]) => {
  if (!id || !/^[0-9a-f-]{36}$/i.test(id)) throw new Problem('not_found');
  await services.run({ actor: installationActor }, (uow) => revokeKey(uow, id));
  console.log(`Key ${id} is revoked.`);
  return 0;
};

const verbs: Record<string, Verb> = { create, list: show, revoke };

function explain(error: Problem): string {
  if (error.code === 'not_found') return 'api-key: there is no key with this id; "api-key list" shows them.';
  if (error.code === 'wrong_state') return 'api-key: this key is revoked already.';
  return 'api-key: give a name of at most 80 characters and the scope "intake".';
}

/** Exit 0, or 1 with a sentence. Only `create` prints a secret, alone on standard output. */
export async function run(args: string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) {
    console.error(`usage: ${help}`);
    return 1;
  }
  return withDatabase(async (context) => {
    try {
      return await verb(context, rest);
    } catch (error) {
      const options = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ?? false;
      if (!(error instanceof Problem) && !options) throw error;
      console.error(error instanceof Problem ? explain(error) : `api-key: ${(error as Error).message}`);
      return 1;
    }
  });
}
