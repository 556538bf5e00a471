import type { FieldError } from '../../kernel/problem.ts';
import type { ChannelOutcomes } from '../schema/review.ts';

/**
 * What is wrong with the outcomes of an approval: every declared channel gets exactly one, a refusal says why, and the
 * primary is accepted: refusing it refuses the application, or asks the applicant for another primary.
 */
export function channelErrors(
  outcomes: ChannelOutcomes,
  declared: readonly string[],
  primary: string | null,
): FieldError[] {
  const errors: FieldError[] = [];
  const given = outcomes as Record<string, { outcome: string; reason?: string } | undefined>;
  for (const channel of declared) {
    const one = given[channel];
    const pointer = `/channels/${channel}`;
    if (!one) errors.push({ pointer, code: 'missing' });
    else if (channel === primary && one.outcome !== 'accept')
      errors.push({ pointer: `${pointer}/outcome`, code: 'primary_must_be_accepted' });
    else if (one.outcome === 'refuse' && !one.reason)
      errors.push({ pointer: `${pointer}/reason`, code: 'missing' });
  }
  for (const channel of Object.keys(given))
    if (!declared.includes(channel)) errors.push({ pointer: `/channels/${channel}`, code: 'not_declared' });
  return errors;
}

export const acceptedChannels = (outcomes: ChannelOutcomes): string[] =>
  Object.entries(outcomes).flatMap(([channel, one]) => (one?.outcome === 'accept' ? [channel] : []));
