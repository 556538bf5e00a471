import type { Knex } from 'knex';
import { historyOf } from '../../audit/read.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problem.ts';
import { lastLeft } from '../../people/service/last-left.ts';
import { deadlinesInForce } from '../../queue/service/deadlines.ts';
import { viewerOf } from '../../queue/service/viewer.ts';
import {
  answersSince,
  colleaguesSince,
  decidableNow,
  newestDraft,
  waitingOnOthers,
  weekOf,
} from '../read/home.ts';
import type { HomeReply } from '../schema/home.ts';

const weekMs = 7 * 86_400_000;
const worded: Record<string, string> = {
  declined: 'application.second_declined',
  undone: 'application.decision_undone',
};

/** The reason a colleague gave stands in the log, where it can be erased. */
async function withReasons(
  db: Knex,
  steps: Awaited<ReturnType<typeof colleaguesSince>>,
): Promise<HomeReply['colleagues']> {
  const asked = steps.filter(({ step }) => step in worded);
  const events =
    asked.length > 0
      ? await historyOf(
          db,
          asked.map((one) => one.application.id),
        )
      : [];
  return steps.map((one) => {
    const event = events.find((e) => e.subject_id === one.application.id && e.type === worded[one.step]);
    return { ...one, reason: event?.texts.reason ?? null };
  });
}

/** What changed for this person since they left, what they can do now, and their week. Throws `forbidden` for no person. */
export async function home(db: Knex, actor: Actor): Promise<HomeReply> {
  if (actor.kind !== 'person') throw new Problem('forbidden');
  const me = actor.id;
  const [left, { now }, { book }] = await Promise.all([
    lastLeft(db, actor),
    viewerOf(db, actor),
    deadlinesInForce({ trx: db }),
  ]);
  const since = left ?? new Date(now.getTime() - weekMs);
  const [answers, steps, decide, waiting, draft, week] = await Promise.all([
    answersSince(db, me, since),
    colleaguesSince(db, me, since),
    decidableNow(db, me),
    waitingOnOthers(db, me),
    newestDraft(db, me),
    weekOf(db, me, book.calendar.time_zone),
  ]);
  const colleagues = await withReasons(db, steps);
  return { since, left: left !== null, answers, colleagues, decide, waiting, draft, week };
}
