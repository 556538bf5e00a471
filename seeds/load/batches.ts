import { setImmediate as breathe } from 'node:timers/promises';
import { domainKey, type MatchKey, matchKeysOf } from '../../server/applications/rules/match-keys.ts';
import { nearKeysOf } from '../../server/applications/rules/near-keys.ts';
import { worse } from '../../server/benchmarks/rules/judge-figures.ts';
import type { ClaimVerdictName } from '../../server/benchmarks/schema/reply.ts';
import { hmacWith } from '../../server/platform/digest.ts';
import type { DeadlinesInForce } from '../../server/queue/service/deadlines.ts';
import { generateApplication, type LoadApplication, submittedAt } from './generate.ts';
import { idAt } from './ids.ts';
import type { Batch, BatchClaim, BatchRow } from './insert-batch.ts';
import { judge, type Prepared, readText, sharedStatementKey } from './prepared.ts';

export interface LoadSettings {
  prepared: Prepared;
  deadlines: DeadlinesInForce;
  hmacKey: Buffer;
  now: number;
  /** The number of the first application, and how many there will be. */
  base: number;
  count: number;
}

export interface Batches {
  make(from: number, to: number): Promise<Batch>;
  /** What a written batch brought for the first time is copied from it by those made later. */
  remember(batch: Batch): void;
}

/** Turns numbers into rows: each text is read and each set of figures judged once, then referred to. */
export function openBatches(settings: LoadSettings): Batches {
  const { prepared, deadlines, hmacKey, now, base, count } = settings;
  const { calendar, book } = deadlines;
  const allowed = calendar.days(book.allowed_business_days.application);
  const storedTexts = new Map<number, { statement: string; score: string }>();
  const storedFigures = new Map<string, { claim: string; worst: ClaimVerdictName }>();
  const judged = new Map<string, ReturnType<typeof judge>>();
  const read = new Map<number, Batch['texts'][number]>();
  const hmac = hmacWith(hmacKey);
  const digest = (key: MatchKey) => hmac(`${key.kind}\n${key.value}`);
  const statements = new Map<string, string>();

  // Hundreds share each text and are found by its exact key; its near-copies are found by the first of them.
  function matchKeys(one: LoadApplication, first: boolean): { kind: string; digest: string }[] {
    const keys = matchKeysOf({ ...one.form, statement: '' });
    if (first) keys.push(...nearKeysOf(one.form).filter(({ kind }) => kind === 'statement_near'));
    const rows = keys.map((key) => ({ kind: key.kind as string, digest: digest(key) }));
    const shared = sharedStatementKey(one);
    if (shared) {
      const known = statements.get(shared) ?? digest({ kind: 'statement', value: shared });
      statements.set(shared, known);
      rows.push({ kind: 'statement', digest: known });
    }
    return rows;
  }

  function claimsOf(
    one: LoadApplication,
    id: string,
    at: number,
    fresh: Map<string, Batch['figures'][number]>,
  ) {
    return one.figures.map((index, position): BatchClaim => {
      const figures = `${one.form.offer.primary_channel} ${index}`;
      const stored = storedFigures.get(figures);
      const made = stored
        ? undefined
        : (judged.get(figures) ?? judge(prepared, one.form.offer.primary_channel, index));
      if (made) {
        judged.set(figures, made);
        fresh.set(figures, made);
      }
      return {
        id: idAt(at),
        application_id: id,
        position,
        figures,
        ref_claim: stored?.claim ?? null,
        worst: stored?.worst ?? made?.worst ?? 'no_norm',
      };
    });
  }

  async function make(from: number, to: number): Promise<Batch> {
    const rows: BatchRow[] = [];
    const claims: BatchClaim[] = [];
    const texts = new Map<number, Batch['texts'][number]>();
    const figures = new Map<string, Batch['figures'][number]>();
    for (let place = from; place < to; place++) {
      // Reading takes seconds for a whole batch; connections must be answered meanwhile.
      if (place % 25 === 0) await breathe();
      const one = generateApplication(base + place);
      const at = submittedAt(place, count, now);
      const moment = new Date(at);
      const { statement: _shared, ...document } = one.form;
      const id = idAt(at);
      const stored = storedTexts.get(one.text);
      const first = !stored && !texts.has(one.text);
      if (first) {
        const text = read.get(one.text) ?? readText(prepared, one.text);
        read.set(one.text, text);
        texts.set(one.text, text);
      }
      const own = claimsOf(one, id, at, figures);
      claims.push(...own);
      rows.push({
        id,
        statement_id: idAt(at),
        score_id: idAt(at),
        item_id: idAt(at),
        event_id: idAt(at),
        locale: one.locale,
        submitted_at: moment.toISOString(),
        text: one.text,
        ref_statement: stored?.statement ?? null,
        ref_score: stored?.score ?? null,
        channels: one.form.offer.channels,
        regions: one.form.offer.regions,
        document,
        match_keys: matchKeys(one, first),
        party_key: digest({ kind: 'domain', value: domainKey(one.form.organisation.web_domain) }),
        worst_claim: own.map((claim) => claim.worst).reduce<ClaimVerdictName>(worse, 'plausible'),
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

  function remember(batch: Batch): void {
    for (const row of batch.rows)
      if (!row.ref_statement && !storedTexts.has(row.text)) {
        storedTexts.set(row.text, { statement: row.statement_id, score: row.score_id });
        read.delete(row.text);
      }
    for (const claim of batch.claims)
      if (!claim.ref_claim && !storedFigures.has(claim.figures)) {
        storedFigures.set(claim.figures, { claim: claim.id, worst: claim.worst });
        judged.delete(claim.figures);
      }
  }
  return { make, remember };
}
