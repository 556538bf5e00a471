import { modeOf } from '../platform/installation.ts';
import { withDatabase } from './with-database.ts';

export const help = 'seed demo | seed load --applications N   make the demo, or any number of applications';

const usage = 'seed: say "seed demo" or "seed load --applications N"';

/** The number behind --applications; null where it is none from 1 to ten million. */
function countIn(args: readonly string[]): number | null {
  const at = args.indexOf('--applications');
  const text = at < 0 ? '' : (args[at + 1] ?? '');
  const count = /^\d{1,8}$/.test(text) ? Number(text) : 0;
  return args.length === 2 && count >= 1 && count <= 10_000_000 ? count : null;
}

/** Makes data for the demo and for measuring. Refused on a real installation, whose clock and people are real. */
export async function run(args: string[]): Promise<number> {
  const [what, ...rest] = args;
  const count = what === 'load' ? countIn(rest) : null;
  if (!(what === 'demo' && rest.length === 0) && count === null) {
    console.error(usage);
    return 1;
  }
  return withDatabase(async ({ services, db, adminUrl }) => {
    const mode = await modeOf(db);
    if (mode === 'real') {
      console.error('seed: this is a real installation; data is made up only for a demo or a test one.');
      return 1;
    }
    const say = (line: string) => console.error(line);
    if (count === null) {
      const { seedDemoOnce } = await import('../../seeds/demo/run.ts');
      await seedDemoOnce(services, say);
      console.log('The demo is there.');
      return 0;
    }
    const { seedLoad } = await import('../../seeds/load/run.ts');
    const { applications, seconds } = await seedLoad(services, count, say, { adminUrl });
    console.log(`${applications} applications in ${seconds.toFixed(1)} s`);
    return 0;
  });
}
