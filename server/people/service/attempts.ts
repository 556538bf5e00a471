import { hmac } from '../../platform/digest.ts';
import { clearHits, countHit } from '../../platform/http/rate.ts';
import type { Services } from '../../platform/services.ts';

const quarterHour = 900;

/**
 * Counts one try before it is looked at. One address gets few tries at one account; an account gets more from all
 * addresses together, so that somebody else's guessing does not lock its owner out (trust 30); an address a bound over
 * all accounts. The address typed is counted by its digest, whether or not anybody has it. Throws `too_many_requests`.
 */
export async function countSignIn(
  services: Services,
  email: string,
  address: string,
): Promise<() => Promise<void>> {
  const account = hmac(services.config.keys.hmac.key, email.trim().toLowerCase());
  const pair = `sign_in:${account}:${address}`;
  await countHit(services.db, `sign_in_address:${address}`, 200, quarterHour);
  await countHit(services.db, pair, 10, quarterHour);
  await countHit(services.db, `sign_in:${account}`, 100, quarterHour);
  return () => clearHits(services.db, pair);
}

/** Counts one try at a person's second factor, for this address and for the person from everywhere. */
export async function countCode(
  services: Services,
  personId: string,
  address: string,
): Promise<() => Promise<void>> {
  const pair = `code:${personId}:${address}`;
  await countHit(services.db, `code_address:${address}`, 200, quarterHour);
  await countHit(services.db, pair, 10, quarterHour);
  await countHit(services.db, `code:${personId}`, 30, quarterHour);
  return () => clearHits(services.db, pair);
}
