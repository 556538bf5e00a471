import type { Knex } from 'knex';
import { type Actor, systemActor } from '../../server/kernel/actor.ts';
import { moveClock } from '../../server/platform/clock.ts';
import type { JobDefinition } from '../../server/platform/jobs/boss.ts';
import type { Services } from '../../server/platform/services.ts';
import { type JobRequest, makeRunUow, type Uow } from '../../server/platform/uow.ts';

interface Task {
  at: number;
  /** Keeps what falls on one instant in the order it was asked for. */
  turn: number;
  run: () => Promise<void>;
}

export interface Stage {
  /** The one transaction of the whole play: nobody sees half of it, nor its clock. */
  readonly trx: Knex.Transaction;
  readonly now: number;
  /** Runs a command as this actor at the present moment of the play. */
  as<T>(actor: Actor, work: (uow: Uow) => Promise<T>): Promise<T>;
  at(moment: number, run: () => Promise<void>): void;
  /** Runs a job that the clock starts, at this moment, where the moment has come. */
  cron(name: string, moment: number): void;
  /** Plays everything to the present. Returns the jobs that are still to be run then. */
  play(): Promise<JobRequest[]>;
}

/**
 * A stage on which commands run at moments of the past: the installation's clock is set before each, and the jobs they
 * enqueue run at the moment they ask for. `leave` tells which jobs are left for the real worker.
 */
export function openStage(
  services: Services,
  trx: Knex.Transaction,
  jobs: readonly JobDefinition[],
  now: number,
  leave: (job: JobRequest) => boolean,
): Stage {
  const tasks: Task[] = [];
  const left: JobRequest[] = [];
  const byName = new Map(jobs.map((job) => [job.name, job]));
  let turn = 0;
  let present = 0;
  let asked: JobRequest[] = [];
  const base = makeRunUow(
    trx,
    async (_trx, job) => {
      asked.push(job);
    },
    services.config.keys.hmac,
  );
  const run: Services['run'] = async (options, work) => {
    asked = [];
    const result = await base(options, work);
    for (const job of asked) schedule(job);
    asked = [];
    return result;
  };
  // Nothing of the demo ever reaches a mail server: its letters are kept.
  const quiet: Services = { ...services, db: trx, readDb: trx, run, mailer: null };

  function at(moment: number, work: () => Promise<void>): void {
    turn += 1;
    tasks.push({ at: moment, turn, run: work });
  }

  function schedule(job: JobRequest): void {
    const moment = Math.max(present, job.startAfter?.getTime() ?? present);
    const definition = byName.get(job.name);
    if (!definition || moment > now || leave(job)) left.push(job);
    else at(moment, () => handle(definition, job.data));
  }

  const handle = (definition: JobDefinition, data: JobRequest['data']) =>
    definition.handle({
      services: quiet,
      data,
      jobId: `demo ${definition.name}`,
      attempt: 0,
      finish: (work) => run({ actor: systemActor(definition.name) }, work),
    });

  return {
    trx,
    now,
    at,
    as: (actor, work) => run({ actor }, work),
    cron(name, moment) {
      const definition = byName.get(name);
      if (definition && moment <= now) at(moment, () => handle(definition, {}));
    },
    async play() {
      for (;;) {
        tasks.sort((a, b) => a.at - b.at || a.turn - b.turn);
        const task = tasks.shift();
        if (!task) break;
        present = task.at;
        await moveClock(trx, task.at - Date.now());
        await task.run();
      }
      await moveClock(trx, 0);
      return left;
    },
  };
}
