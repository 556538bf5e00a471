import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { loadPolicy } from '../../policies/service/current-policy.ts';
import { overrideLifecycle } from '../lifecycle.ts';
import {
  type Adjusted,
  adjust,
  type Judged,
  machineSays,
  needsCoSignature,
  pointsOf,
} from '../rules/override.ts';
import type { RubricBook } from '../schema/rubric.ts';
import {
  changeOverride,
  insertOverride,
  lockOverride,
  openOverrides,
  putAdjusted,
} from '../store/overrides.ts';
import { type ScoreRow, scoreById } from '../store/scores.ts';

type Subject = { kind: string; id: string };
type Person = { id: string; officer: boolean };

/** What counts after a change of judgement: the machine's score where no override stands. */
export interface Standing {
  score: number;
  band: Adjusted['band'];
  /** True while an officer's co-signature is awaited: the score has not moved. */
  waits: boolean;
}

async function scoreFor(uow: Uow, subject: Subject, scoreId: string): Promise<ScoreRow> {
  const score = await scoreById(uow, scoreId);
  if (!score || score.subject_id !== subject.id) throw new Problem('not_found');
  return score;
}

const bookOf = async (uow: Uow, score: ScoreRow): Promise<RubricBook> =>
  (await loadPolicy<RubricBook>(uow, score.policy_version_id)).document;

const readingOf = ({ reading, coherent }: ScoreRow) => ({ ...reading, coherent });

/** Reckons the score anew from the overrides that stand, and keeps it beside the machine's. */
async function reckon(uow: Uow, score: ScoreRow, waits: boolean): Promise<Standing> {
  const standing = (await openOverrides(uow, score.id)).filter((one) => one.state === 'standing');
  if (standing.length === 0) {
    await putAdjusted(uow, score.id, null);
    return { score: score.score, band: score.band, waits };
  }
  const adjusted = adjust(await bookOf(uow, score), readingOf(score), standing);
  await putAdjusted(uow, score.id, { ...adjusted, overrides: standing.length });
  return { score: adjusted.score, band: adjusted.band, waits };
}

/**
 * Judges a finding otherwise than the machine, with a reason; the machine's stays beside it. Core criteria, blocking
 * flags and whatever moves the band wait for an officer's co-signature, unless an officer judges. Judging as the machine
 * does withdraws the override. Throws `not_found` for a finding the reading does not have.
 */
export async function overrideFinding(
  uow: Uow,
  subject: Subject,
  person: Person,
  input: { scoreId: string; finding: string; judged: Judged; reason: string },
): Promise<Standing> {
  const score = await scoreFor(uow, subject, input.scoreId);
  const machine = machineSays(score.reading, input);
  if (machine === null) throw new Problem('not_found');
  const open = await openOverrides(uow, score.id);
  const now = await uow.now();
  const earlier = open.find((one) => one.finding === input.finding);
  if (earlier)
    await changeOverride(uow, earlier.id, {
      state: step(overrideLifecycle, earlier.state, 'withdraw'),
      closed_at: now,
    });
  const others = open.filter((one) => one !== earlier && one.state === 'standing');
  if (machine === input.judged || input.judged === 'raised') {
    if (!earlier) throw new Problem('conflict', { reason: 'as_the_machine' });
    await record(uow, {
      type: 'finding.override_withdrawn',
      subject,
      data: { override_id: earlier.id, finding: input.finding },
      texts: { reason: input.reason },
    });
    return reckon(uow, score, false);
  }
  const book = await bookOf(uow, score);
  const before = adjust(book, readingOf(score), others).band;
  const after = adjust(book, readingOf(score), [...others, input]).band;
  const movesBand = before !== after;
  const waits = needsCoSignature(score.reading, input.finding, movesBand, person.officer);
  const id = uow.id();
  await insertOverride(uow, {
    id,
    score_id: score.id,
    finding: input.finding,
    machine,
    judged: input.judged,
    reason: input.reason,
    state: waits ? 'awaiting_co_signature' : step(overrideLifecycle, 'awaiting_co_signature', 'stand'),
    points: pointsOf(book, input),
    moves_band: movesBand,
    overridden_by: person.id,
    overridden_at: now,
  });
  await record(uow, {
    type: 'finding.overridden',
    subject,
    data: {
      override_id: id,
      score_id: score.id,
      finding: input.finding,
      machine,
      judged: input.judged,
      waits,
    },
    texts: { reason: input.reason },
  });
  return reckon(uow, score, waits);
}

/** An officer signs an override that waits, or refuses it. Throws `second_person_required` for one's own. */
export async function coSign(
  uow: Uow,
  subject: Subject,
  person: Person,
  input: { scoreId: string; overrideId: string; agree: boolean; reason: string },
): Promise<Standing> {
  const score = await scoreFor(uow, subject, input.scoreId);
  const row = await lockOverride(uow, input.overrideId, score.id);
  const state = step(overrideLifecycle, row.state, input.agree ? 'co_sign' : 'refuse');
  if (!person.officer) throw new Problem('forbidden');
  if (row.overridden_by === person.id) throw new Problem('second_person_required');
  await changeOverride(uow, row.id, {
    state,
    co_signed_by: person.id,
    ...(input.agree ? {} : { closed_at: await uow.now() }),
  });
  await record(uow, {
    type: input.agree ? 'finding.override_co_signed' : 'finding.override_refused',
    subject,
    data: { override_id: row.id, finding: row.finding },
    texts: input.reason === '' ? {} : { reason: input.reason },
  });
  return reckon(uow, score, false);
}
