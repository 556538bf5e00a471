import type { Band, Reading, Verdict } from './types.ts';

export interface Labelled {
  id: string;
  criteria: Record<string, Verdict>;
  red_flags: string[];
  coherent: boolean;
  expected_band: Band;
  lang: string;
  trap: string;
  channels: readonly string[];
}

const BANDS: Band[] = ['pass', 'review', 'reject'];
const VERDICTS: Verdict[] = ['met', 'partial', 'missing', 'contradicted'];
const ratio = (a: number, b: number): string => (b === 0 ? 'n/a' : (a / b).toFixed(3));
const isGap = (verdict: string): boolean => verdict === 'missing' || verdict === 'contradicted';

interface Share {
  n: number;
  hits: number;
  right: number;
  all: number;
}

/** On how many of the criteria that either side judges both say the same. */
function agreement(label: Labelled, reading: Reading): { right: number; all: number } {
  const ids = new Set([...Object.keys(label.criteria), ...Object.keys(reading.criteria)]);
  let right = 0;
  for (const id of ids) if (label.criteria[id] === reading.criteria[id]?.verdict) right += 1;
  return { right, all: ids.size };
}

/** Counts agreement between readings and labels, and prints it. */
export class Tally {
  private statements = 0;
  private bandHits = 0;
  private coherentHits = 0;
  private bands = new Map<string, number>();
  private verdicts = new Map<string, number>();
  private criteria = new Map<string, { n: number; hits: number; misses: string[] }>();
  private flags = new Map<string, { both: number; missed: string[]; extra: string[]; severity: string }>();
  private languages = new Map<string, Share>();
  private channels = new Map<string, Share>();
  private traps: string[] = [];

  add(label: Labelled, reading: Reading): void {
    this.statements += 1;
    const band = `${label.expected_band}>${reading.band}`;
    this.bands.set(band, (this.bands.get(band) ?? 0) + 1);
    const hit = label.expected_band === reading.band;
    if (hit) this.bandHits += 1;
    const { right, all } = agreement(label, reading);
    for (const [map, key] of [
      [this.languages, label.lang] as const,
      ...label.channels.map((channel) => [this.channels, channel] as const),
    ]) {
      const share = map.get(key) ?? { n: 0, hits: 0, right: 0, all: 0 };
      share.n += 1;
      share.hits += hit ? 1 : 0;
      share.right += right;
      share.all += all;
      map.set(key, share);
    }
    this.traps.push(
      `${hit ? 'band right' : `band ${band}`.padEnd(10)}  verdicts ${right} of ${all}  ${label.id}: ${label.trap}`,
    );
    if (label.coherent === reading.coherent) this.coherentHits += 1;
    for (const id of new Set([...Object.keys(label.criteria), ...Object.keys(reading.criteria)])) {
      const want = label.criteria[id] ?? 'none';
      const got = reading.criteria[id]?.verdict ?? 'none';
      const entry = this.criteria.get(id) ?? { n: 0, hits: 0, misses: [] };
      entry.n += 1;
      if (want === got) entry.hits += 1;
      else entry.misses.push(`${label.id}:${want}>${got}`);
      this.criteria.set(id, entry);
      this.verdicts.set(`${want}>${got}`, (this.verdicts.get(`${want}>${got}`) ?? 0) + 1);
    }
    for (const flag of new Set([...label.red_flags, ...reading.red_flags.map(({ id }) => id)])) {
      const raised = reading.red_flags.find(({ id }) => id === flag);
      const entry = this.flags.get(flag) ?? { both: 0, missed: [], extra: [], severity: '' };
      if (raised !== undefined) entry.severity = raised.severity;
      if (label.red_flags.includes(flag) && raised !== undefined) entry.both += 1;
      else if (raised === undefined) entry.missed.push(label.id);
      else entry.extra.push(label.id);
      this.flags.set(flag, entry);
    }
  }

  private sum(test: (want: string, got: string) => boolean, from = this.verdicts): number {
    let total = 0;
    for (const [pair, count] of from) {
      const [want = '', got = ''] = pair.split('>');
      if (test(want, got)) total += count;
    }
    return total;
  }

  report(): string {
    const lines = [
      `statements          ${this.statements}`,
      `band accuracy       ${ratio(this.bandHits, this.statements)}`,
    ];
    lines.push(`coherent agreement  ${ratio(this.coherentHits, this.statements)}`);
    for (const want of BANDS)
      lines.push(
        `  labelled ${want.padEnd(7)} ${BANDS.map((got) => `${got} ${this.bands.get(`${want}>${got}`) ?? 0}`).join('  ')}`,
      );
    lines.push(`reject read as pass ${this.bands.get('reject>pass') ?? 0}`);
    lines.push(
      `verdict accuracy    ${ratio(
        this.sum((want, got) => want === got),
        this.sum(() => true),
      )}`,
    );
    const f1 = VERDICTS.map((verdict) => {
      const both = this.sum((want, got) => want === verdict && got === verdict);
      return (
        (2 * both) / Math.max(1, this.sum((want) => want === verdict) + this.sum((_, got) => got === verdict))
      );
    });
    lines.push(`macro-F1            ${(f1.reduce((a, b) => a + b, 0) / f1.length).toFixed(3)}`);
    const gaps = this.sum((want, got) => isGap(want) && isGap(got));
    lines.push(
      `gap precision       ${ratio(
        gaps,
        this.sum((_, got) => isGap(got)),
      )}`,
    );
    lines.push(
      `gap recall          ${ratio(
        gaps,
        this.sum((want) => isGap(want)),
      )}`,
    );
    lines.push(...this.flagLines(), '', 'per criterion');
    for (const [id, { n, hits, misses }] of this.criteria)
      lines.push(`  ${id.padEnd(26)} ${ratio(hits, n)} ${misses.join(' ')}`);
    for (const [title, map] of [
      ['per language', this.languages] as const,
      ['per channel', this.channels] as const,
    ]) {
      lines.push('', title);
      for (const [key, { n, hits, right, all }] of map)
        lines.push(`  ${key.padEnd(22)} bands ${hits} of ${n}  verdicts ${ratio(right, all)}`);
    }
    lines.push('', 'per trap', ...this.traps.map((trap) => `  ${trap}`));
    return `${lines.join('\n')}\n`;
  }

  private flagLines(): string[] {
    const blocking =
      /^(purchased_list_unverified|opt_out_denied|gdpr_noncompliant_practice|regulation_dismissed|unlawful_voice_sms|deceptive_identity|illicit_data_origin|non_statement)$/;
    const entries = [...this.flags].filter(([id]) => blocking.test(id)).map(([, entry]) => entry);
    const both = entries.reduce((total, entry) => total + entry.both, 0);
    const raised = both + entries.reduce((total, entry) => total + entry.extra.length, 0);
    const labelled = both + entries.reduce((total, entry) => total + entry.missed.length, 0);
    const lines = [
      `blocking precision  ${ratio(both, raised)}`,
      `blocking recall     ${ratio(both, labelled)}`,
      '',
      'per flag',
    ];
    for (const [id, { both: hits, missed, extra }] of this.flags)
      lines.push(
        `  ${id.padEnd(28)} right ${hits}  missed ${missed.join(' ') || '-'}  extra ${extra.join(' ') || '-'}`,
      );
    return lines;
  }
}
