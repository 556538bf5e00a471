import { systemActor } from '../../kernel/actor.ts';
import type { FilesStore } from '../../platform/files-store.ts';
import { log } from '../../platform/log.ts';
import type { RunUow } from '../../platform/uow.ts';
import { keptKeys } from '../store.ts';

const batch = 500;
/** An upload may be between its bytes and its row; nothing younger than this is touched. */
const graceMs = 24 * 3600 * 1000;

/** Deletes stored bytes that no kept file names: uploads whose transaction never committed, and removed files (trust 6). */
export async function sweepOrphans(
  run: RunUow,
  files: FilesStore,
  nowMs: number = Date.now(),
): Promise<number> {
  let removed = 0;
  let keys: string[] = [];
  const settle = async () => {
    if (keys.length === 0) return;
    const kept = await run({ actor: systemActor('files.sweep_orphans') }, (uow) => keptKeys(uow, keys));
    for (const key of keys.filter((one) => !kept.has(one))) {
      await files.remove(key);
      removed += 1;
    }
    keys = [];
  };
  for await (const { key, writtenAt } of files.list()) {
    if (nowMs - writtenAt.getTime() < graceMs) continue;
    keys.push(key);
    if (keys.length >= batch) await settle();
  }
  await settle();
  if (removed > 0) log.info('orphaned files removed', { removed });
  return removed;
}
