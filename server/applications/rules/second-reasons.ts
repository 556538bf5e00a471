/** Why a decision needs a second person (M7, M18): it goes against what the reading's band suggests. */
export function secondReasons(
  kind: 'approve' | 'reject',
  band: 'pass' | 'review' | 'reject' | null,
): ('against_band_reject' | 'against_band_pass')[] {
  if (kind === 'approve' && band === 'reject') return ['against_band_reject'];
  if (kind === 'reject' && band === 'pass') return ['against_band_pass'];
  return [];
}
