import { captureSql } from './support/capture.ts';
import type { Ground } from './support/ground.ts';
import { inTurns, line, saturate } from './support/load.ts';
import { startServer } from './support/server.ts';

const list = (range: [number, number]) =>
  `/api/work-items?sort=${encodeURIComponent('["due_at","ASC"]')}&range=${encodeURIComponent(JSON.stringify(range))}`;

/** One screen of ours against node:http with pg running the very SQL that screen runs. */
async function compare(ground: Ground, name: string, path: string, budget: number): Promise<string[]> {
  const { cookie } = await ground.person('reviewer');
  const statements = await captureSql(ground, path, cookie);
  const [mine, bare] = [
    await startServer('ours', ground.env),
    await startServer('limit', ground.env, { statements, transaction: false }),
  ];
  try {
    const result = await inTurns(
      () => saturate(mine.url + path, { cookie }),
      () => saturate(bare.url),
    );
    return [`${line(name, result, budget)}; ${statements.length} statements`];
  } finally {
    await mine.stop();
    await bare.stop();
  }
}

export const queuePage1 = (ground: Ground) => compare(ground, 'queue page 1', list([0, 24]), 0.6);
export const queuePage40 = (ground: Ground) => compare(ground, 'queue page 40', list([975, 999]), 0.85);

export async function dossier(ground: Ground): Promise<string[]> {
  const row = await ground.open.services
    .db('applications')
    .where({ state: 'in_review' })
    .offset(777)
    .first('id');
  return compare(ground, 'dossier, full', `/api/applications/${row?.id}`, 0.2);
}

const found = (q: string) =>
  `/api/applications?sort=${encodeURIComponent('["submitted_at","DESC"]')}&range=${encodeURIComponent('[0,24]')}&filter=${encodeURIComponent(JSON.stringify({ q }))}`;

/** A case number, a name few firms have, and a part of a name that thousands have. */
export async function search(ground: Ground): Promise<string[]> {
  const row = await ground.open.services
    .db('applications')
    .where({ state: 'in_review' })
    .offset(4_321)
    .first('number', 'created_at', 'web_domain');
  if (!row) return [];
  const number = `APP-${row.created_at.getUTCFullYear()}-${String(row.number).padStart(6, '0')}`;
  return [
    ...(await compare(ground, 'search by case number', found(number), 0.2)),
    ...(await compare(ground, 'search by name', found(row.web_domain), 0.4)),
    ...(await compare(ground, 'search by a common part', found('pipeline'), 0.8)),
  ];
}
