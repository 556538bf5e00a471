import { systemActor } from '../../server/kernel/actor.ts';
import type { Services } from '../../server/platform/services.ts';
import type { JobRequest } from '../../server/platform/uow.ts';
import { roomJobs } from '../../server/rooms.ts';
import { type Cast, engage } from './cast.ts';
import { demoApplications } from './content.ts';
import { openStage } from './stage.ts';
import { tell } from './story.ts';

const day = 86_400_000;

/** Whether the demo was made already: its accounts are the sign. */
async function isSeeded(db: Services['db']): Promise<boolean> {
  const found = await db('persons').where({ demo: true }).first('id');
  return found !== undefined;
}

/**
 * Makes the demo: its accounts, and about sixty applications whose stories are played by the real commands at moments
 * of the last weeks, in one transaction. Throws on a real installation, where the clock cannot be moved.
 */
export async function seedDemo(services: Services): Promise<{ applications: number }> {
  const all = demoApplications();
  const now = Date.now();
  const arriving = new Set<string>();
  const left = await services.db.transaction(async (trx): Promise<JobRequest[]> => {
    await trx.raw('select pg_advisory_xact_lock(4711004)');
    if (await isSeeded(trx)) return [];
    const stage = openStage(
      services,
      trx,
      roomJobs,
      now,
      (job) => job.name === 'applications.read_application' && arriving.has(String(job.data.subject_id)),
    );
    stage.at(now - 95 * day, async () => {
      const cast: Cast = await engage(stage);
      for (const one of all)
        tell(stage, cast, one, (id) => {
          if (one.plan.ends === 'submitted') arriving.add(id);
        });
    });
    return stage.play();
  });
  for (const job of left) await services.run({ actor: systemActor('demo') }, (uow) => uow.enqueue(job));
  return { applications: all.length };
}

/** At the start of a demo installation: makes the demo where it is not there yet. */
export async function seedDemoOnce(services: Services, say: (line: string) => void): Promise<void> {
  if (await isSeeded(services.db)) return;
  say('Making the demo: sixty firms and what happened to them');
  await seedDemo(services);
}
