import { writeFile } from 'node:fs/promises';
import { exportLog } from '../audit/export.ts';
import { checkpointFile } from '../audit/routes.ts';
import { publicKeys, verifyLog } from '../audit/verify.ts';
import { withDatabase } from './with-database.ts';

export const help = 'verify-log [--export FILE]   prove the event log against its signed checkpoints';

/** Exit 0 where the log holds, 1 where anything disagrees. `--export` writes what an independent verifier needs. */
export async function run(args: string[]): Promise<number> {
  return withDatabase(async ({ config, db }) => {
    const at = args.indexOf('--export');
    const file = at >= 0 ? args[at + 1] : undefined;
    if (at >= 0 && !file) {
      console.error('verify-log: --export needs a file name');
      return 1;
    }
    if (file) await writeFile(file, await exportLog(db, config.keys));
    const result = await verifyLog(db, publicKeys(config.keys), checkpointFile({ config }));
    console.log(JSON.stringify(result, null, 2));
    return result.ok ? 0 : 1;
  });
}
