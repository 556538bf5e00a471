import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoApplication, demoApplicationSchema } from './plan.ts';

const folder = join(import.meta.dirname, 'applications');

/** Every application of the demo, checked, in the order of their file names. Throws naming the file that is wrong. */
export function demoApplications(): DemoApplication[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const result = demoApplicationSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!result.success) throw new Error(`seeds/demo/applications/${name}: ${result.error.message}`);
      return result.data;
    });
}
