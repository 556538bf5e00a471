import { evidenceList, rawEvidence, wholeField } from './evidence.ts';
import type { Finding } from './facets.ts';
import { integrity } from './integrity.ts';
import { type Case, found, has, type Judgement, practice, unique } from './judge.ts';
import { onlyNames } from './regimes.ts';
import { originConflict } from './sourcing.ts';
import type { Evidence, FlagReading } from './types.ts';

/** A bad practice that is merely named in a statement is no use of it; as the answer to where data comes from it is. */
const saysSo = ({ sentence }: Finding): boolean => sentence.voiced || sentence.field === 'data_sourcing';

type Judged = ReadonlyMap<string, Judgement>;

/** Raises the red flags of the book (M19, M20, M21), each with the words it rests on. */
export function raiseFlags(the: Case, judged: Judged, copied: readonly Evidence[]): FlagReading[] {
  const raised = new Map<string, Evidence[]>();
  const raise = (id: string, evidence: (Evidence | null)[]): void => {
    const list = raised.get(id) ?? [];
    list.push(...evidence.filter((one) => one !== null));
    raised.set(id, list);
  };
  const raiseFor = (id: string, findings: readonly Finding[]): void => {
    if (findings.length > 0) raise(id, evidenceList(the, findings, 6));
  };
  for (const { id } of the.book.red_flags)
    raiseFor(
      id,
      found(the, `flag.${id}`, 1).filter(
        (finding) =>
          !/^(px|bad)\./.test(finding.cue.tag) ||
          (saysSo(finding) && (finding.cue.mode === 'own' || finding.cue.mode === 'hedged')),
      ),
    );
  raiseFor('opt_out_denied', found(the, 'opt_out_mechanism.denied', 1));
  raiseFor('opt_out_restricted', [
    ...found(the, 'opt_out_mechanism.restricted', 1),
    ...found(the, 'opt_out_mechanism.late', 1),
    ...(judged.get('opt_out_mechanism')?.because ?? []).filter((finding) => finding.mode === 'conditional'),
    ...found(the, 'suppression_list.separate', 1),
    ...found(the, 'suppression_list.expires', 1),
  ]);
  raiseFor('regulation_dismissed', found(the, 'regulatory_scope.dismissed', 1));
  sourcing(the, judged, raiseFor);
  integrity(the, raise);
  if (copied.length > 0) raise('boilerplate_copy', [...copied]);
  manner(the, judged, raise, raised);
  if (!the.zones.has('eu') && !the.zones.has('uk')) raised.delete('gdpr_noncompliant_practice');
  if (raised.has('opt_out_denied')) raised.delete('opt_out_restricted');
  return the.book.red_flags
    .filter(({ id }) => raised.has(id))
    .map(({ id, severity }) => ({ id, severity, evidence: dedupe(raised.get(id) ?? []) }));
}

function sourcing(
  the: Case,
  judged: Judged,
  raiseFor: (id: string, findings: readonly Finding[]) => void,
): void {
  const checked =
    ['met', 'partial'].includes(judged.get('third_party_verification')?.verdict ?? 'missing') &&
    ['provenance', 'sample', 'audit', 'consent_proof'].some(
      (facet) => found(the, `third_party_verification.${facet}`, 2).length > 0,
    );
  const bought = ['px.buy', 'px.rent', 'px.trade', 'source.broker', 'source.bought']
    .flatMap((facet) => found(the, facet, 1))
    .filter(
      (finding) =>
        !finding.cue.clauseNegated && !finding.cue.negated && finding.mode !== 'others' && saysSo(finding),
    );
  if (!checked) raiseFor('purchased_list_unverified', unique(bought));
  const bySource = (kind: string): Finding[] =>
    found(the, `source.${kind}`, 1).filter(
      (finding) => !finding.cue.negated && finding.sentence.field === 'data_sourcing',
    );
  const own = [
    'register',
    'site',
    'own_form',
    'directory',
    'maps',
    'ads',
    'press',
    'event',
    'inbound',
    'linkedin',
  ].some((kind) => bySource(kind).length > 0);
  if (!checked && bought.length === 0 && has(the, 'source.mainly_vendor', 1))
    raiseFor('unverified_vendor_data', found(the, 'source.mainly_vendor', 1));
  else if (!checked && bought.length === 0 && !own)
    raiseFor('unverified_vendor_data', ['vendor', 'vendor_kind', 'client_file'].flatMap(bySource));
  raiseFor('statement_sourcing_conflict', originConflict(the));
  const vague = [...the.findings.keys()]
    .filter(
      (facet) =>
        facet.startsWith('source.') &&
        !['source.generic', 'source.partner', 'source.vacuous'].includes(facet),
    )
    .every((facet) => found(the, facet, 1).length === 0);
  if (vague)
    raiseFor('vague_sources', [...found(the, 'source.generic', 0), ...found(the, 'source.vacuous', 0)]);
}

const CONDUCT = /^(px|talk\.conduct|flag|excluded)/;

function manner(
  the: Case,
  judged: Judged,
  raise: (id: string, evidence: (Evidence | null)[]) => void,
  raised: ReadonlyMap<string, Evidence[]>,
): void {
  const { statement, data_sourcing } = the.fields;
  const planned = plans(the, judged);
  if (planned.length >= 3 || (planned.length === 2 && controls(practice(the)).size <= 3))
    raise('future_only_controls', evidenceList(the, planned));
  let conducts = practice(the).length;
  for (const [facet, list] of the.findings)
    if (CONDUCT.test(facet)) for (const finding of list) if (finding.strength > 0) conducts += 1;
  const talk = found(the, 'talk.compliance', 0).length + found(the, 'law.named', 0).length;
  const words = statement.tokens.length;
  const sourced = found(the, 'px.any', 0).length;
  const lorem = found(the, 'talk.filler', 0).length > 0;
  const injected = raised.has('prompt_injection') && conducts === 0;
  // in a language that is not read no cue can be found: finding none says nothing
  const silent = talk === 0 && statement.language !== 'und';
  const nothing =
    lorem ||
    injected ||
    onlyLinks(statement.plain.source) ||
    (conducts === 0 && sourced === 0 && (words < 9 || silent));
  if (nothing)
    raise('non_statement', [
      wholeField(statement, 'non_statement') ?? wholeField(data_sourcing, 'non_statement'),
    ]);
  const gap = (id: string): boolean => judged.get(id)?.verdict === 'missing';
  if (!nothing && gap('opt_out_mechanism') && gap('suppression_list') && words > 0)
    raise('no_opt_out_handling', [wholeField(statement, 'no_opt_out_handling')]);
  const quoted = statement.sentences.filter((sentence) =>
    sentence.cues.some((cue) => cue.mode === 'law' || cue.mode === 'advice'),
  );
  const own = practice(the).filter(({ sentence }) => sentence.field === 'statement');
  if (quoted.length > 0 && quoted.length * 2 >= statement.sentences.length && controls(own).size <= 1) {
    raise(
      'rule_quoted_not_adopted',
      quoted
        .slice(0, 4)
        .map((sentence) => rawEvidence(statement, sentence.start, sentence.end, 'rule_quoted_not_adopted')),
    );
  }
  if (onlyNames(the)) raise('regulation_name_dropping', evidenceList(the, found(the, 'law.named', 0), 4));
  // words the book does not know are not vague: a person reads them
  const named = data_sourcing.tokens.length >= 8 && found(the, 'source.vacuous', 0).length === 0;
  const generic = raised.has('vague_sources') || nothing || named;
  const anySource = [...the.findings].some(
    ([facet, list]) =>
      facet.startsWith('source.') && list.some((finding) => finding.strength > 0 && !finding.cue.negated),
  );
  if (!generic && !anySource && !raised.has('keyword_stuffing'))
    raise('vague_sources', [
      wholeField(data_sourcing, 'vague_sources') ?? wholeField(statement, 'vague_sources'),
    ]);
}

/** Nothing but addresses of pages. */
const onlyLinks = (source: string): boolean =>
  /https?:|www\./.test(source) && !/\p{L}{3}/u.test(source.replace(/(?:https?:\/\/|www\.)\S+/g, ''));

const areaOf = (facet: string): string => facet.slice(0, facet.indexOf('.'));

/** The criteria that findings speak of. */
function controls(findings: readonly Finding[]): Set<string> {
  return new Set(findings.map(({ facet }) => areaOf(facet)));
}

/** One finding per criterion that is announced and not yet there. */
function plans(the: Case, judged: Judged): Finding[] {
  const planned = new Map<string, Finding>();
  for (const [facet, findings] of the.findings) {
    const plan = findings.find(({ mode }) => mode === 'plan');
    if (plan === undefined) continue;
    const id = areaOf(facet);
    const verdict = id === 'regulatory_scope' ? undefined : judged.get(id)?.verdict;
    if (verdict === 'missing' || verdict === 'partial') planned.set(id, plan);
  }
  return [...planned.values()];
}

function dedupe(list: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return list.filter((one) => {
    const key = `${one.field}:${one.start}:${one.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
