import { createHash } from 'node:crypto';
import type { Actor } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import { hmac } from '../platform/digest.ts';
import { countHit } from '../platform/http/rate.ts';
import { log } from '../platform/log.ts';
import type { Services } from '../platform/services.ts';
import { type EventInput, record } from './record.ts';

const quarterHour = 900;

/** How many events of a kind are written in a quarter of an hour: counted in the database, all processes together. */
export interface Cap {
  bucket: string;
  max: number;
}

export interface Refusal {
  actor: Actor;
  requestId: string;
  caps: readonly Cap[];
  event: EventInput;
}

async function withinCaps(services: Services, caps: readonly Cap[]): Promise<boolean> {
  try {
    for (const { bucket, max } of caps) await countHit(services.db, `noted:${bucket}`, max, quarterHour);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'too_many_requests') return false;
    throw error;
  }
}

/**
 * Writes down that something was refused (trust 25, 30). It runs beside the answer and not before it, so that nobody can
 * tell by the clock what was written, and is capped, so that nobody can fill the log.
 */
export function noteRefusal(services: Services, refusal: Refusal): void {
  const { actor, requestId } = refusal;
  const note = async () => {
    if (await withinCaps(services, refusal.caps))
      await services.run({ actor, requestId }, (uow) => record(uow, refusal.event));
  };
  note().catch((error: unknown) => log.error('a refusal was not written down', { error }));
}

/** A stable id for something that must not be named, such as the network a visitor came from. */
export function coveredId(services: Services, text: string): string {
  const hex = createHash('sha256').update(hmac(services.config.keys.hmac.key, text)).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
