import { defineMachine } from '../kernel/machine.ts';
import { mailStates } from './schema.ts';

/** `kept` is the end of a mail without SMTP; refused and failed ones are sent again as a new mail. */
export const mailLifecycle = defineMachine({
  name: 'mail',
  states: mailStates,
  initial: 'queued',
  commands: {
    accept: { from: ['queued'], to: 'sent', who: ['system'] },
    keep: { from: ['queued'], to: 'kept', who: ['system'] },
    refuse: { from: ['queued'], to: 'refused', who: ['system'] },
    give_up: { from: ['queued'], to: 'failed', who: ['system'] },
  },
});
