import autocannon from 'autocannon';

export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
  errors: number;
}

const seconds = Number(process.env.BENCH_SECONDS ?? 4);

/** Requests at saturation over a few connections; figures of one run compare only with others of the same run. */
export async function saturate(
  url: string,
  headers: Record<string, string> = {},
  connections = 6,
): Promise<Load> {
  const result = await autocannon({ url, headers, connections, duration: seconds });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
  };
}

/** Ours and the limit in turns, three rounds each; the medians, so that a slow moment of the machine hits both. */
export async function inTurns(
  ours: () => Promise<Load>,
  limit: () => Promise<Load>,
): Promise<{ ours: Load; limit: Load; ratio: number }> {
  const rounds: { ours: Load; limit: Load }[] = [];
  for (let round = 0; round < 3; round += 1) rounds.push({ limit: await limit(), ours: await ours() });
  const middle = (side: 'ours' | 'limit'): Load =>
    rounds.map((round) => round[side]).sort((a, b) => a.perSecond - b.perSecond)[1] as Load;
  const [mine, bare] = [middle('ours'), middle('limit')];
  return { ours: mine, limit: bare, ratio: mine.perSecond / bare.perSecond };
}

const figure = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));

/** "queue page 1: 1,900/s, limit 2,950/s, ratio 0.64 (budget 0.6: met)" */
export function line(
  name: string,
  result: { ours: Load; limit: Load; ratio: number },
  budget: number,
): string {
  const verdict = result.ratio >= budget ? 'met' : 'NOT met';
  const failed = result.ours.errors > 0 ? `, ${result.ours.errors} FAILED` : '';
  return `${name}: ${figure(result.ours.perSecond)}/s (p99 ${result.ours.p99} ms), limit ${figure(result.limit.perSecond)}/s, ratio ${result.ratio.toFixed(2)} (budget ${budget}: ${verdict})${failed}`;
}
