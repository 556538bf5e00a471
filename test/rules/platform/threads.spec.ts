import { afterAll, expect, it } from 'vitest';
import { makeThreads } from '../../../server/platform/threads.ts';

const threads = makeThreads(1);
afterAll(() => threads.close());
const stats = new URL('../../../server/kernel/stats.ts', import.meta.url);

it('gives back what the pure function gave, one call after another', async () => {
  const module = new URL('./thread-echo.ts', import.meta.url);
  const replies = await Promise.all([1, 2, 3].map((n) => threads.call(module, 'echo', { n })));
  expect(replies).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

it('throws what it threw, and goes on', async () => {
  await expect(threads.call(stats, 'nothing', null)).rejects.toThrow(/exports no nothing/);
});

it('fails the call of a thread that dies, and starts another', async () => {
  const module = new URL('./thread-echo.ts', import.meta.url);
  await expect(threads.call(module, 'die', null)).rejects.toThrow(/thread/);
  expect(await threads.call(module, 'echo', 5)).toBe(5);
});
