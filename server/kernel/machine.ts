import { Problem } from './problem.ts';

/** One row of a state table: the command leads from any state of `from` to `to`. */
export interface Transition<State extends string, Who extends string> {
  from: readonly State[];
  to: State;
  who: readonly Who[];
  /** The name of a rule the service checks besides the state. */
  guard?: string;
}

export interface Machine<State extends string, Command extends string, Who extends string> {
  name: string;
  states: readonly State[];
  initial: State;
  commands: Readonly<Record<Command, Transition<State, Who>>>;
}

/** Checks a state table at load: every state named in it exists, and every state can be reached. */
export function defineMachine<State extends string, Command extends string, Who extends string>(
  machine: Machine<State, Command, Who>,
): Machine<State, Command, Who> {
  const reachable = new Set<State>([machine.initial]);
  for (const row of Object.values<Transition<State, Who>>(machine.commands)) {
    for (const state of [...row.from, row.to])
      if (!machine.states.includes(state)) throw new Error(`${machine.name}: no state ${state}`);
    reachable.add(row.to);
  }
  const lost = machine.states.filter((state) => !reachable.has(state));
  if (lost.length > 0) throw new Error(`${machine.name}: unreachable ${lost.join(', ')}`);
  return machine;
}

/** The state after the command. Throws `wrong_state` naming the present state and where the command is possible. */
export function step<State extends string, Command extends string, Who extends string>(
  machine: Machine<State, Command, Who>,
  state: State,
  command: Command,
): State {
  const row = machine.commands[command];
  if (!row.from.includes(state))
    throw new Problem('wrong_state', { subject: machine.name, state, command, possible_in: row.from });
  return row.to;
}

/** The commands the state table allows from this state for this kind of actor. */
export function possible<State extends string, Command extends string, Who extends string>(
  machine: Machine<State, Command, Who>,
  state: State,
  who: Who,
): Command[] {
  return (Object.keys(machine.commands) as Command[]).filter((command) => {
    const row = machine.commands[command];
    return row.from.includes(state) && row.who.includes(who);
  });
}
