import { randomUUID } from 'node:crypto';
import { generateApplication } from '../seeds/load/generate.ts';
import { createKey } from '../server/access/service/api-keys.ts';
import { systemActor } from '../server/kernel/actor.ts';
import { type Call, drive } from './support/drive.ts';
import type { Ground } from './support/ground.ts';
import { leanClaim, leanDecision, leanSubmission } from './support/limits.ts';
import { inTurns, type Load, line } from './support/load.ts';
import { startServer } from './support/server.ts';

const bare = (body: object = {}): Call => ({ path: '/', headers: {}, body: JSON.stringify(body) });

/** Gives back what the round claimed, so that every round finds the same queue. */
async function giveBack(ground: Ground): Promise<void> {
  await ground.open.services.db.raw(
    "update work_items set state = 'waiting', holder_id = null, claimed_at = null, lease_until = null where state = 'claimed'",
  );
}

/** Claim-next with its event at 1, 8 and 50 people at once. */
export async function claimNext(ground: Ground): Promise<string[]> {
  const people = await Promise.all(Array.from({ length: 50 }, () => ground.person('reviewer')));
  const mine = await startServer('ours', ground.env);
  const allowed = await ground.open.services
    .db('work_items')
    .where({ state: 'waiting', kind: 'application', critical: false })
    .orderBy('effective_start')
    .first('allowed_minutes');
  const limit = await startServer(
    'limit',
    ground.env,
    leanClaim(allowed?.allowed_minutes ?? 0, people[0]?.id ?? ''),
  );
  const lines: string[] = [];
  const rates: Record<number, number> = {};
  try {
    for (const clients of [1, 8, 50]) {
      const call = (client: number): Call => {
        const person = people[client % people.length];
        return {
          path: '/api/work-items/start-next',
          headers: { cookie: person?.cookie ?? '', 'x-csrf-token': person?.csrf ?? '' },
          body: '{}',
        };
      };
      const round = async (url: string, next: (client: number) => Call): Promise<Load> => {
        const load = await drive(url, clients, next);
        await giveBack(ground);
        return load;
      };
      const result = await inTurns(
        () => round(mine.url, call),
        () => round(limit.url, () => bare()),
      );
      rates[clients] = result.ours.perSecond;
      const tail = result.limit.p99 > 0 ? result.ours.p99 / result.limit.p99 : 0;
      lines.push(
        `${line(`claim-next with ${clients} at once`, result, 0.4)}; p99 ${tail.toFixed(1)}x its limit (budget 3: ${tail <= 3 ? 'met' : 'NOT met'})`,
      );
    }
    const spread = (rates[50] ?? 0) / (rates[8] ?? 1);
    lines.push(
      `claim-next: 50 at once are ${spread.toFixed(2)} of 8 (budget 0.9: ${spread >= 0.9 ? 'met' : 'NOT met'})`,
    );
  } finally {
    await mine.stop();
    await limit.stop();
  }
  return lines;
}

/** One whole submission by machine: form, revision, statement, claims, match keys, letter, event, job. */
export async function submission(ground: Ground): Promise<string[]> {
  const keys = await ground.open.services.run({ actor: systemActor('bench') }, async (uow) =>
    Promise.all(
      Array.from(
        { length: 30 },
        async (_, n) => (await createKey(uow, { name: `bench ${n}`, scopes: ['intake'] })).key,
      ),
    ),
  );
  const mine = await startServer('ours', ground.env);
  let made = 10_000_000 + Math.floor(Math.random() * 1_000_000_000);
  const limit = await startServer('limit', ground.env, leanSubmission(generateApplication(made).form));
  const call = (client: number): Call => {
    made += 1;
    const { form, locale } = generateApplication(made);
    return {
      path: '/api/intake/applications',
      headers: {
        authorization: `Bearer ${keys[(made + client) % keys.length]}`,
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        locale,
        form: { ...form, case_studies: form.case_studies.map(({ file_ids: _, ...one }) => one) },
      }),
    };
  };
  try {
    const result = await inTurns(
      () => drive(mine.url, 6, call),
      () => drive(limit.url, 6, () => bare()),
    );
    return [line('submit (limit: application, document, event)', result, 0)];
  } finally {
    await mine.stop();
    await limit.stop();
  }
}

interface Prepared {
  id: string;
  version: number;
  channels: string[];
}

async function preparedFor(ground: Ground, personId: string, count: number): Promise<Prepared[]> {
  const { db } = ground.open.services;
  const rows = await db('applications')
    .where({ state: 'in_review', band: 'pass' })
    .whereIn('worst_claim', ['plausible', 'no_norm', 'ask'])
    .limit(count)
    .select('id', 'version', 'channels');
  await db('work_items')
    .whereIn(
      'subject_id',
      rows.map((row) => row.id),
    )
    .where({ state: 'waiting' })
    .update({
      state: 'claimed',
      holder_id: personId,
      claimed_at: db.raw('now()'),
      lease_until: db.raw("now() + interval '1 day'"),
    });
  return rows;
}

/** A whole approval: version check, channels, letter, work item, involvement, event, job. */
export async function decision(ground: Ground): Promise<string[]> {
  const person = await ground.person('reviewer');
  const waiting = await preparedFor(ground, person.id, 20_000);
  const onlyUpdated = await ground.open.services
    .db('applications')
    .where({ state: 'in_review', band: 'reject' })
    .limit(20_000)
    .select('id', 'version');
  let updated = 0;
  const next = () => {
    updated = (updated + 1) % onlyUpdated.length;
    return bare(onlyUpdated[updated]);
  };
  const mine = await startServer('ours', ground.env);
  const limit = await startServer('limit', ground.env, leanDecision);
  const call = (): Call | null => {
    const one = waiting.pop();
    if (!one) return null;
    return {
      path: `/api/applications/${one.id}/approve`,
      headers: { cookie: person.cookie, 'x-csrf-token': person.csrf, 'if-match': `"${one.version}"` },
      body: JSON.stringify({
        channels: Object.fromEntries(one.channels.map((channel) => [channel, { outcome: 'accept' }])),
        letter: { subject: 'Your application', body: 'We accept your application.' },
      }),
    };
  };
  try {
    const result = await inTurns(
      () => drive(mine.url, 6, call),
      () => drive(limit.url, 6, next),
    );
    return [line('decision (approve)', result, 0.35)];
  } finally {
    await mine.stop();
    await limit.stop();
    await giveBack(ground);
  }
}
