import { parentPort } from 'node:worker_threads';

/** What a thread is asked: a pure export of a module, on an input that can be copied. */
export interface ThreadCall {
  id: number;
  module: string;
  name: string;
  input: unknown;
}
export type ThreadReply = { id: number } & ({ ok: true; result: unknown } | { ok: false; message: string });

parentPort?.on('message', async ({ id, module, name, input }: ThreadCall) => {
  try {
    const found: Record<string, unknown> = await import(module);
    const call = found[name];
    if (typeof call !== 'function') throw new Error(`${module} exports no ${name}`);
    const reply: ThreadReply = { id, ok: true, result: await call(input) };
    parentPort?.postMessage(reply);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id, ok: false, message } satisfies ThreadReply);
  }
});
