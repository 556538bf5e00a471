import type { Finding } from './facets.ts';
import { type Case, found, has, type Judgement, practice } from './judge.ts';

const ZONE_OF: Record<string, string> = {
  eu: 'eu',
  uk: 'uk',
  us: 'us',
  us_ca: 'us',
  ca: 'ca',
  other: 'other',
};

export function zonesOf(regions: readonly string[]): Set<string> {
  return new Set(regions.map((region) => ZONE_OF[region] ?? 'other'));
}

/** A regime named for a zone: adopted by a verb or by practice, barely named, or not at all. */
function standing(the: Case, zone: string): { rank: 0 | 1 | 2; because: Finding[] } {
  const adopted = (the.book.regimes[zone] ?? []).flatMap((regime) => found(the, `law.${regime}.adopted`, 1));
  if (adopted.some((finding) => finding.strength === 2)) return { rank: 2, because: adopted.slice(0, 2) };
  const named = (the.book.regimes[zone] ?? []).flatMap((regime) =>
    found(the, `law.${regime}.named`, 0).filter((finding) => finding.strength > 0 || finding.mode === 'plan'),
  );
  if (adopted.length > 0 || named.length > 0) return { rank: 1, because: [...adopted, ...named].slice(0, 2) };
  return { rank: 0, because: [] };
}

/** M22: which regulations the applicant works under, one correct regime per declared zone. */
export function judgeScope(the: Case, specifics: number): Judgement {
  const dismissed = found(the, 'regulatory_scope.dismissed', 1);
  if (dismissed.length > 0) return { verdict: 'contradicted', because: dismissed };
  const because: Finding[] = [];
  let full = 0;
  let some = 0;
  for (const zone of the.zones) {
    const { rank, because: why } = standing(the, zone);
    because.push(...why);
    // A bare name counts as adopted where real practice stands behind it.
    if (
      rank === 2 ||
      (rank === 1 &&
        specifics >= 2 &&
        why.every((finding) => finding.strength === 2 && finding.cue.mode === 'own') &&
        !has(the, 'law.lip_service', 1))
    )
      full += 1;
    if (rank > 0) some += 1;
  }
  if (some === 0) return { verdict: 'missing', because: [] };
  if (onlyNames(the)) return { verdict: 'missing', because: [] };
  const wrong = found(the, 'flag.outdated_or_wrong_law', 1);
  if (full === the.zones.size && wrong.length === 0) return { verdict: 'met', because };
  return { verdict: 'partial', because: [...because, ...wrong] };
}

const NO_CONTROL = new Set(['claim', 'excluded', 'excluded_practices', 'regulatory_scope', 'law', 'source']);

/** A list of names with no practice behind it adopts nothing; the longer the list, the more practice it takes. */
export function onlyNames(the: Case): boolean {
  const names = namesOf(the);
  if (names < 4) return false;
  const controls = new Set<string>();
  for (const { facet, sentence } of practice(the)) {
    const id = facet.slice(0, facet.indexOf('.'));
    if (sentence.field === 'statement' && !NO_CONTROL.has(id)) controls.add(id);
  }
  return controls.size <= 1 || (names >= 6 && controls.size <= 3);
}

/** How practice changes with the recipient's country, where two or more zones are declared. */
export function judgeRegions(the: Case): Judgement {
  const same = found(the, 'region_handling.same', 1);
  if (same.length > 0) return { verdict: 'contradicted', because: same };
  const rule = found(the, 'region_handling.rule', 1);
  if (rule.some((finding) => finding.strength === 2)) return { verdict: 'met', because: rule };
  const split = [...the.zones].flatMap((zone) => found(the, `region_handling.${zone}`, 2).slice(0, 1));
  const zones = new Set(split.map((finding) => finding.facet));
  if (zones.size >= 2) return { verdict: 'met', because: split };
  if (rule.length > 0) return { verdict: 'partial', because: rule };
  if (zones.size === 1) return { verdict: 'partial', because: split };
  const perZone = found(the, 'region_handling.assigned', 2);
  return perZone.length > 0 ? { verdict: 'partial', because: perZone } : { verdict: 'missing', because: [] };
}

/** How many different regimes the statement names, adopted or not. */
export function namesOf(the: Case): number {
  const { tokens } = the.fields.statement;
  const names = new Set<string>();
  for (const { sentence } of found(the, 'law.named', 0)) {
    for (const cue of sentence.cues) {
      if (cue.tag.startsWith('law.'))
        names.add(
          tokens
            .slice(cue.from, cue.to)
            .map((token) => token.word)
            .join(' '),
        );
    }
  }
  return names.size;
}
