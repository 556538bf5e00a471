import type { Evidence, Reading, Verdict } from './types.ts';

interface Place {
  field: string;
  start: number;
  end: number;
}

export interface ScoreLine {
  id: string;
  score: number;
  band: string;
  completeness: number;
  coherence: number;
  coherent: boolean;
  criteria: Record<string, { verdict: Verdict; evidence: Place[] }>;
  red_flags: { id: string; severity: string; evidence: Place[] }[];
  language: string;
  rubric_version: string;
}

const place = ({ field, start, end }: Evidence): Place => ({ field, start, end });

/** The line `assay score` prints: verdicts and flags with their places in the submitted text. */
export function scoreLine(id: string, reading: Reading): ScoreLine {
  return {
    id,
    score: reading.score,
    band: reading.band,
    completeness: reading.completeness,
    coherence: reading.coherence,
    coherent: reading.coherent,
    criteria: Object.fromEntries(
      Object.entries(reading.criteria).map(([key, { verdict, evidence }]) => [
        key,
        { verdict, evidence: evidence.map(place) },
      ]),
    ),
    red_flags: reading.red_flags.map((flag) => ({
      id: flag.id,
      severity: flag.severity,
      evidence: flag.evidence.map(place),
    })),
    language: reading.language,
    rubric_version: reading.rubric_version,
  };
}
