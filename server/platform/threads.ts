import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ThreadCall, ThreadReply } from './thread.ts';

/** Long arithmetic away from the thread that answers requests. */
export interface Threads {
  /** Calls a pure export of a module with an input that can be copied; throws what it threw. */
  call<T>(module: URL, name: string, input: unknown): Promise<T>;
  close(): Promise<void>;
}

interface Waiting {
  call: ThreadCall;
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}
interface Hand {
  worker: Worker;
  at: Waiting | null;
}

/** At most one thread per core but one, started when first wanted; a thread that dies fails its call and is replaced. */
export function makeThreads(size = Math.max(1, availableParallelism() - 1)): Threads {
  const hands = new Set<Hand>();
  const queue: Waiting[] = [];
  let calls = 0;
  let closed = false;

  function give(hand: Hand): void {
    const next = queue.shift();
    hand.at = next ?? null;
    if (next) hand.worker.postMessage(next.call);
    else hand.worker.unref();
  }
  function start(): Hand {
    const hand: Hand = { worker: new Worker(new URL('./thread.ts', import.meta.url)), at: null };
    hands.add(hand);
    hand.worker.on('message', (reply: ThreadReply) => {
      const { at } = hand;
      if (at?.call.id !== reply.id) return;
      if (reply.ok) at.resolve(reply.result as never);
      else at.reject(new Error(reply.message));
      give(hand);
    });
    const lost = (error: Error) => {
      if (!hands.delete(hand)) return;
      hand.at?.reject(error);
      if (queue.length > 0 && !closed) give(start());
    };
    hand.worker.on('error', lost);
    hand.worker.on('exit', () => lost(new Error('the thread ended')));
    return hand;
  }
  return {
    call: (module, name, input) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new Error('the process is stopping'));
          return;
        }
        calls += 1;
        queue.push({ call: { id: calls, module: module.href, name, input }, resolve, reject });
        const idle = [...hands].find((hand) => hand.at === null);
        if (idle) {
          idle.worker.ref();
          give(idle);
        } else if (hands.size < size) give(start());
      }),
    close: async () => {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.reject(new Error('the process is stopping'));
      await Promise.all([...hands].map((hand) => hand.worker.terminate()));
    },
  };
}

let shared: Threads | undefined;
/** The threads of this process. */
export function threads(): Threads {
  shared ??= makeThreads();
  return shared;
}
