import type { Criterion, Dossier, Evidence, Flag } from '../../api/types.ts';
import type { Mark } from './segments.ts';

/** The order in which gaps are looked at: what contradicts first, what is fulfilled last. */
const rank: Record<string, number> = { contradicted: 0, missing: 1, partial: 2, met: 3 };
const severityRank: Record<string, number> = { blocking: 0, major: 1, minor: 2 };

export const criterionName = (id: string) => `criterion:${id}`;
export const flagName = (id: string) => `flag:${id}`;

export const flagsInOrder = (flags: readonly Flag[]): Flag[] =>
  [...flags].sort((a, b) => (severityRank[a.severity] ?? 3) - (severityRank[b.severity] ?? 3));

/** Criteria by area in the rubric's order; inside an area gaps first. */
export function byArea(criteria: readonly Criterion[]): { area: string; criteria: Criterion[] }[] {
  const areas = new Map<string, Criterion[]>();
  for (const criterion of criteria)
    areas.set(criterion.area, [...(areas.get(criterion.area) ?? []), criterion]);
  return [...areas].map(([area, list]) => ({
    area,
    criteria: list.sort((a, b) => (rank[a.verdict] ?? 4) - (rank[b.verdict] ?? 4) || b.weight - a.weight),
  }));
}

/** Every finding in the order the keys walk through them. */
export function findingOrder(reading: Dossier['reading']): string[] {
  return [
    ...flagsInOrder(reading.red_flags).map((flag) => flagName(flag.id)),
    ...byArea(reading.criteria).flatMap(({ criteria }) => criteria.map(({ id }) => criterionName(id))),
  ];
}

type Field = { kind: 'statement' } | { kind: 'sourcing'; key: string; start: number; end: number };

function markIn(field: Field, evidence: Evidence, finding: string): Mark[] {
  if (field.kind === 'statement')
    return evidence.field === 'statement' ? [{ start: evidence.start, end: evidence.end, finding }] : [];
  if (evidence.field !== 'data_sourcing') return [];
  if (evidence.part !== undefined && evidence.part_start !== undefined && evidence.part_end !== undefined)
    return evidence.part === field.key
      ? [{ start: evidence.part_start, end: evidence.part_end, finding }]
      : [];
  const start = Math.max(evidence.start, field.start) - field.start;
  const end = Math.min(evidence.end, field.end) - field.start;
  return start < end ? [{ start, end, finding }] : [];
}

/** The marks of one submitted text: the statement, or one sourcing answer by its offsets in the composed text. */
export function marksIn(field: Field, reading: Dossier['reading']): Mark[] {
  const all = [
    ...reading.red_flags.map((flag) => ({ name: flagName(flag.id), evidence: flag.evidence })),
    ...reading.criteria.map((one) => ({ name: criterionName(one.id), evidence: one.evidence })),
  ];
  return all.flatMap(({ name, evidence }) => evidence.flatMap((one) => markIn(field, one, name)));
}

/** What people judge of a finding, the newest that was not withdrawn. */
export const overrideOf = (reading: Dossier['reading'], finding: string) =>
  reading.overrides.findLast((one) => one.finding === finding);

/** Whether people's judgement counts instead of the machine's. */
export const isJudged = (reading: Dossier['reading'], finding: string): boolean =>
  overrideOf(reading, finding)?.state === 'standing';

/** Whether a finding was confirmed or put aside by a person; undefined while nobody looked. */
export const confirmationOf = (reading: Dossier['reading'], finding: string) =>
  reading.confirmations.findLast((one) => one.finding === finding);
