import type { Actor } from '../../kernel/actor.ts';
import { type WorkItemCommand, workItemLifecycle } from '../lifecycle.ts';
import type { CommandReply, WorkItemReply } from '../schema/work-items.ts';

const offered = [
  'claim',
  'release',
  'hold',
  'resume',
  'take_over',
  'assign',
  'take_back',
  'declare_conflict',
] as const satisfies readonly WorkItemCommand[];

/** What this person may do with the item now, and what keeps them from the rest. Only what the state allows is listed. */
export function itemCommands(item: WorkItemReply, actor: Actor, now: Date): CommandReply[] {
  if (actor.kind !== 'person') return [];
  const lead = actor.extra.includes('lead');
  const mine = item.holder?.id === actor.id;
  const leaseOver = item.state === 'claimed' && item.lease_until !== null && item.lease_until <= now;
  const holder = item.holder ? { holder: item.holder.name, holder_id: item.holder.id } : {};
  // Being kept for a colleague keeps from claiming it, not from taking it over.
  const kept = item.why_not === 'kept_for_another';
  const barred = item.eligible ? [] : [{ code: 'own_involvement', params: { why: item.why_not } }];
  return offered
    .filter((command) => {
      const row = workItemLifecycle.commands[command];
      if (!(row.from as readonly string[]).includes(item.state)) return false;
      if (command === 'assign') return lead;
      if (command === 'take_back') return lead && !mine;
      if (command === 'claim') return item.state === 'waiting' || (leaseOver && !mine);
      if (command === 'take_over') return !mine;
      if (command === 'declare_conflict') return true;
      return mine;
    })
    .map((command) => {
      const blocked_by =
        command === 'claim'
          ? barred
          : command === 'take_over' && !lead && !leaseOver
            ? [{ code: 'already_claimed', params: holder }]
            : command === 'take_over' && !kept
              ? barred
              : [];
      return { command, allowed: blocked_by.length === 0, blocked_by };
    });
}
