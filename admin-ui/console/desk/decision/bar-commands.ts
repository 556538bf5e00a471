import type { CommandState } from '../../api/types.ts';

/** Commands that stand in the bar, in this order; the rest belong to a finding, a claim or an asked item. */
export const barOrder = [
  'claim',
  'take_over',
  'resume',
  'second',
  'decline_second',
  'request_changes',
  'approve',
  'reject',
  'send_now',
  'undo',
  'reopen',
  'hold',
  'release',
  'declare_conflict',
] as const;
export type BarCommand = (typeof barOrder)[number];

const isBarCommand = (name: string): name is BarCommand => (barOrder as readonly string[]).includes(name);

/** Exactly the commands the server named, in the order of the bar. */
export const barCommands = (commands: readonly CommandState[]): (CommandState & { command: BarCommand })[] =>
  commands
    .filter((one): one is CommandState & { command: BarCommand } => isBarCommand(one.command))
    .sort((a, b) => barOrder.indexOf(a.command) - barOrder.indexOf(b.command));

/** Commands that open a composer instead of running at once. */
export const composers = ['request_changes', 'approve', 'reject', 'decline_second'] as const;
/** Commands that ask for a reason first. */
export const withReason = ['hold', 'take_over', 'reopen', 'declare_conflict'] as const;
export const has = <T extends string>(list: readonly T[], name: string): name is T =>
  (list as readonly string[]).includes(name);

const quiet = new Set<string>(['hold', 'release', 'declare_conflict', 'undo', 'reopen']);
const blockedOnly = new Set<string>(['claim', 'approve', 'reject', 'request_changes', 'second', 'send_now']);
export const isQuiet = (command: string) => quiet.has(command);
/** Blocked commands worth explaining in words beside the bar. */
export const isExplained = (command: string) => blockedOnly.has(command);
