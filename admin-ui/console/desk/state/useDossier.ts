import { useQuery } from '@tanstack/react-query';
import { get } from '../../../shared/api.ts';
import type { Dossier, DossierWire, Reading } from '../../api/types.ts';

const unread: Reading = {
  state: 'waiting',
  read_by: null,
  sheet_by: null,
  score_id: null,
  policy_version_id: null,
  score: null,
  score_floor: null,
  band: null,
  completeness: null,
  coherence: null,
  coherent: null,
  language: null,
  rubric_version: null,
  criteria: [],
  red_flags: [],
  caps: [],
  machine: null,
  overrides: [],
  confirmations: [],
};

/** Before the reading is there the desk shows an empty one that waits. */
const complete = (wire: DossierWire): Dossier => ({ ...wire, reading: wire.reading ?? unread });

const waits = (wire: DossierWire | undefined) =>
  wire !== undefined && wire.state === 'submitted' && (wire.reading?.state ?? 'waiting') === 'waiting';

export function useDossier(id: string) {
  return useQuery({
    queryKey: ['dossier', id],
    queryFn: ({ signal }) => get<DossierWire>(`/api/applications/${id}`, signal),
    select: complete,
    // While the reading is on its way there is nothing to tell it by but asking.
    refetchInterval: (query) => (waits(query.state.data) ? 3_000 : false),
  });
}
