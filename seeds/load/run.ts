import { domainKey, type MatchKey, matchKeysOf } from '../../server/applications/rules/match-keys.ts';
import { worse } from '../../server/benchmarks/rules/judge-figures.ts';
import type { ClaimVerdictName } from '../../server/benchmarks/schema/reply.ts';
import { systemActor } from '../../server/kernel/actor.ts';
import { hmac } from '../../server/platform/digest.ts';
import type { Services } from '../../server/platform/services.ts';
import { deadlinesInForce } from '../../server/queue/service/deadlines.ts';
import { generateApplication, submittedAt } from './generate.ts';
import { idAt } from './ids.ts';
import { type Batch, type BatchClaim, type BatchRow, insertBatch } from './insert-batch.ts';
import { judge, prepare, readText, sharedStatementKey } from './prepared.ts';

const batchSize = 1_000;
const atOnce = 2;

/**
 * Writes N applications straight into the tables, each as its commands would have left it before the desk: revision,
 * match keys, statement, score, claims with verdicts, event and work item. Statements are read and claims judged by the
 * real engines, once per distinct text. Numbers go on where the applications already there end.
 */
export async function seedLoad(
  services: Services,
  count: number,
  say: (line: string) => void,
): Promise<{ applications: number; seconds: number }> {
  const started = performance.now();
  const { db } = services;
  const { prepared, deadlines, now, hmacKey } = await services.run(
    { actor: systemActor('seed load') },
    async (uow) => ({
      prepared: await prepare(uow),
      deadlines: await deadlinesInForce(uow),
      now: (await uow.now()).getTime(),
      hmacKey: uow.hmacKey.key,
    }),
  );
  const [newest] = await db<{ number: number }>('applications').max({ last: 'number' });
  const base = Number(newest?.last ?? 0);
  const { calendar, book } = deadlines;
  const allowed = calendar.days(book.allowed_business_days.application);
  const digest = (key: MatchKey) => hmac(hmacKey, `${key.kind}\n${key.value}`);
  const storedTexts = new Map<number, { statement: string; score: string }>();
  const storedFigures = new Map<string, { claim: string; worst: ClaimVerdictName }>();

  function makeBatch(from: number, to: number): Batch {
    const rows: BatchRow[] = [];
    const claims: BatchClaim[] = [];
    const texts = new Map<number, Batch['texts'][number]>();
    const figures = new Map<string, ReturnType<typeof judge>>();
    for (let at = from; at < to; at++) {
      const one = generateApplication(base + at);
      const milliseconds = submittedAt(at, count, now);
      const moment = new Date(milliseconds);
      const { statement, ...document } = one.form;
      const id = idAt(milliseconds);
      const stored = storedTexts.get(one.text);
      if (!stored && !texts.has(one.text)) texts.set(one.text, readText(prepared, one.text));
      const worsts = one.figures.map((index, position) => {
        const channel = one.form.offer.primary_channel;
        const name = `${channel} ${index}`;
        const known = storedFigures.get(name);
        const fresh = known ? undefined : (figures.get(name) ?? judge(prepared, channel, index));
        if (fresh) figures.set(name, fresh);
        const worst = known?.worst ?? fresh?.worst ?? 'no_norm';
        claims.push({
          id: idAt(milliseconds),
          application_id: id,
          position,
          figures: name,
          ref_claim: known?.claim ?? null,
          worst,
        });
        return worst;
      });
      const shared = sharedStatementKey(one);
      const keys = matchKeysOf({ ...one.form, statement: '' });
      if (shared) keys.push({ kind: 'statement', value: shared });
      rows.push({
        id,
        statement_id: idAt(milliseconds),
        score_id: idAt(milliseconds),
        item_id: idAt(milliseconds),
        event_id: idAt(milliseconds),
        locale: one.locale,
        submitted_at: moment.toISOString(),
        text: one.text,
        ref_statement: stored?.statement ?? null,
        ref_score: stored?.score ?? null,
        channels: one.form.offer.channels,
        regions: one.form.offer.regions,
        document,
        match_keys: keys.map((key) => ({ kind: key.kind, digest: digest(key) })),
        party_key: digest({ kind: 'domain', value: domainKey(one.form.organisation.web_domain) }),
        worst_claim: worsts.reduce<ClaimVerdictName>(worse, 'plausible'),
        allowed_minutes: allowed,
        clock_start: calendar.minuteAt(moment),
        due_at: calendar.plus(moment, allowed).toISOString(),
      });
    }
    return {
      rows,
      claims,
      texts: [...texts.values()],
      figures: [...figures.values()],
      rubricId: prepared.reader.policyVersionId,
      plausibilityId: prepared.norms.policyVersionId,
      normsId: prepared.norms.id,
    };
  }

  /** What a committed batch brought for the first time is copied from it by later ones. */
  function remember(batch: Batch): void {
    for (const row of batch.rows)
      if (!row.ref_statement && !storedTexts.has(row.text))
        storedTexts.set(row.text, { statement: row.statement_id, score: row.score_id });
    for (const claim of batch.claims)
      if (!claim.ref_claim && !storedFigures.has(claim.figures))
        storedFigures.set(claim.figures, { claim: claim.id, worst: claim.worst });
  }

  let next = 0;
  let written = 0;
  let told = 0;
  await db.raw(
    'select ensure_event_partition(m::date) from generate_series(?::timestamptz, ?::timestamptz, ?) m',
    [new Date(submittedAt(0, count, now)), new Date(now), '20 days'],
  );
  const worker = async () => {
    while (next < count) {
      const from = next;
      next = Math.min(count, from + batchSize);
      const batch = makeBatch(from, next);
      await insertBatch(db, batch);
      remember(batch);
      written += batch.rows.length;
      if (written - told >= 50_000) {
        told = written;
        say(`${written} of ${count} applications`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { applications: count, seconds: (performance.now() - started) / 1_000 };
}
