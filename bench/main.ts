import { benches } from './list.ts';
import { closeBench, openBench } from './support/ground.ts';

/**
 * `npm run bench [-- NAME...]`: each bench prints its figure and its ratio to the bare limit measured in the same run.
 * BENCH_APPLICATIONS (default 1,000,000) sets the size; the loaded database is kept under var/bench.
 */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`);
    process.exitCode = 1;
    return;
  }
  const ground = await openBench();
  try {
    for (const [name, bench] of Object.entries(benches)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      try {
        for (const line of await bench(ground)) console.log(line);
      } catch (error) {
        console.error(`${name}: ${error instanceof Error ? error.stack : error}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await closeBench(ground);
  }
}

await main();
