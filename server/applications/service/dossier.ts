import type { Knex } from 'knex';
import { historyOf } from '../../audit/read.ts';
import { claimsOf } from '../../benchmarks/service/claims-of.ts';
import { statementsOf } from '../../compliance/service/statements-of.ts';
import { listSubjectFiles } from '../../files/service/subject-files.ts';
import type { Actor } from '../../kernel/actor.ts';
import { caseNumber } from '../../kernel/case-number.ts';
import { isNewOfficer } from '../../people/service/roles.ts';
import { deadlinesInForce } from '../../queue/service/deadlines.ts';
import { type QueueView, queueViewOf } from '../../queue/service/items-of.ts';
import { viewerOf } from '../../queue/service/viewer.ts';
import { type DossierRow, dossierRow } from '../read/dossier.ts';
import { listed } from '../read/list.ts';
import { blocksOf } from '../rules/blocks.ts';
import { concerns } from '../rules/concerns.ts';
import { examine } from '../rules/missing.ts';
import { isGap, openFindings } from '../rules/open-findings.ts';
import { type Party, standsTooClose } from '../rules/own-submission.ts';
import { type ReviewFacts, reviewCommands } from '../rules/review-facts.ts';
import type { DossierReply } from '../schema/desk.ts';
import type { ApplicationDraft } from '../schema/draft.ts';

type Statements = Awaited<ReturnType<typeof statementsOf>>;
type Claims = Awaited<ReturnType<typeof claimsOf>>['claims'];
type Reading = NonNullable<DossierReply['reading']>;

function factsOf(
  row: DossierRow,
  reading: Reading | null,
  claims: Claims,
  queue: QueueView,
  more: { maxRounds: number; now: Date },
): ReviewFacts {
  const { decision } = row;
  return {
    state: row.state,
    round: row.round,
    maxRounds: more.maxRounds,
    reading: reading?.state ?? 'waiting',
    sheetBy: reading?.sheet_by ?? null,
    blockingClaims: claims
      .filter(
        (claim) =>
          (claim.worst_verdict === 'arithmetic' || claim.worst_verdict === 'second_reviewer') &&
          claim.let_stand === null,
      )
      .map(({ id, position, worst_verdict }) => ({ claimId: id, position, verdict: worst_verdict })),
    openFindings: openFindings(
      {
        coreGaps: (reading?.criteria ?? [])
          .filter((one) => one.core && isGap(one.verdict))
          .map(({ id }) => id),
        blockingFlags: (reading?.red_flags ?? [])
          .filter((one) => one.severity === 'blocking' && !one.lifted)
          .map(({ id }) => id),
      },
      reading?.confirmations ?? [],
    ),
    waitingOverrides: (reading?.overrides ?? [])
      .filter(({ state }) => state === 'awaiting_co_signature')
      .map(({ finding, by }) => ({ finding, by: by.id })),
    answeredRequests: row.requests.filter((request) => request.state === 'answered').length,
    decision:
      decision && decision.state !== 'undone' && decision.state !== 'declined'
        ? {
            state: decision.state,
            decidedBy: decision.decided_by.id,
            secondBy: decision.second_by?.id ?? null,
            finalAt: decision.final_at ? new Date(decision.final_at as string) : null,
          }
        : null,
    holders: Object.fromEntries(
      queue.items.map((item) => [
        item.kind,
        { itemId: item.id, id: item.holder?.id ?? null, name: item.holder?.name ?? null },
      ]),
    ),
    mine: {
      parts: queue.parts,
      conflict: queue.conflict,
      ownSubmission:
        Boolean(row.own_address && row.form) && standsTooClose(row.own_address ?? '', row.form as Party),
      newOfficer: isNewOfficer(row.officer_since, more.now),
    },
    now: more.now,
  };
}

function commandsFor(facts: ReviewFacts, queue: QueueView, actor: Actor): DossierReply['commands'] {
  const deciding =
    actor.kind === 'person' && actor.roles.some((role) => ['reviewer', 'compliance_officer'].includes(role));
  if (actor.kind !== 'person' || !deciding) return [];
  const own = reviewCommands
    .filter((command) => concerns(command, facts))
    .map((command) => {
      const blocked_by = blocksOf(command, facts, actor);
      return { command, allowed: blocked_by.length === 0, blocked_by };
    });
  return [...own, ...queue.commands];
}

/** What reading changed between the revision before and this one, for the requests about words. */
function changesOf(
  item: string,
  statements: Statements,
): DossierReply['requests'][number]['verdict_changes'] {
  const [now, before] = statements;
  if (!now || !before || !(item === 'statement' || item.startsWith('sourcing.'))) return [];
  const earlier = new Map(before.reading.criteria.map((one) => [one.id, one.verdict]));
  return now.reading.criteria
    .filter((one) => earlier.get(one.id) !== one.verdict)
    .map((one) => ({ criterion: one.id, before: earlier.get(one.id) ?? null, after: one.verdict }));
}

/** Everything about one application for this person: six statements, five of them at once. Throws `not_found`. */
export async function dossier(db: Knex, id: string, actor: Actor): Promise<DossierReply> {
  const personId = actor.kind === 'person' ? actor.id : null;
  const [row, viewer, statements, files, { book }] = await Promise.all([
    dossierRow(db, id, personId),
    viewerOf(db, actor),
    statementsOf(db, id),
    listSubjectFiles(db, id),
    deadlinesInForce({ trx: db }),
  ]);
  const [{ claims, normVersion }, queue, events] = await Promise.all([
    claimsOf(db, id, row.revision),
    queueViewOf(db, id, viewer, actor),
    historyOf(db, [id, ...row.item_ids]),
  ]);
  const [current, before] = statements;
  const reading = current?.revision === row.revision ? current.reading : null;
  const facts = factsOf(row, reading, claims, queue, { maxRounds: book.changes.max_rounds, now: viewer.now });
  const examined = row.form ? examine(row.form as ApplicationDraft) : { complete: true as const };
  const open = queue.items.find((item) => item.state !== 'snoozed') ?? queue.items[0] ?? null;
  return {
    ...listed(row),
    source: row.source,
    item: open,
    items: queue.items,
    form: row.form ?? null,
    revisions: row.revisions,
    previous_form: row.previous_form ?? null,
    requests: row.requests.map((request) => ({
      ...request,
      verdict_changes: changesOf(request.item, statements),
    })),
    reading,
    previous_reading: before
      ? {
          revision: before.revision,
          score_floor: before.reading.score_floor,
          band: before.reading.band,
          criteria: before.reading.criteria.map((one) => ({ id: one.id, verdict: one.verdict })),
        }
      : null,
    statement_text: current?.statement ?? '',
    sourcing_text: current?.data_sourcing ?? '',
    sourcing_map: current?.sourcing_map ?? [],
    claims,
    norm_version: normVersion,
    matches: row.matches.map(({ kind, number, begun_at, ...other }) => ({
      kind,
      application: { ...other, case_number: caseNumber(number, new Date(begun_at)) },
    })),
    files,
    missing: examined.complete ? [] : examined.missing,
    history: events.map((event) => ({
      id: event.id,
      at: event.recorded_at,
      type: event.type,
      subject_kind: event.subject_kind,
      actor: event.actor,
      data: event.data,
      texts: event.texts,
    })),
    notes: row.notes,
    mails: row.mails,
    decision: row.decision,
    letters: row.letters,
    drafts: row.drafts,
    commands: commandsFor(facts, queue, actor),
    specialist_id: row.specialist_id,
    policies: row.policies,
  };
}
