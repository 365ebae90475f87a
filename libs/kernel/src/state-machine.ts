import { refusal, type Named, type Sentence } from '#messages';
import { InvalidStateError, type Noun } from './errors.js';

/** A state as refusals call it. */
export type StateWord = Named<'refusals', 'state.is'>;

/** What must hold before a transition, beyond the state it begins in. */
export interface Guard<Facts> {
  /** Half a sentence for the docs: what is needed. */
  readonly needs: string;
  /** Says what is missing; null if nothing is. */
  readonly refusal: (facts: Facts) => Sentence | null;
}

/** When a transition happens by itself. */
export interface Timer<Clock> {
  /** Half a sentence for the docs: when it is due. */
  readonly when: string;
  /** The moment from which it is due; null if it never is. */
  readonly dueAt: (clock: Clock) => Date | null;
}

export interface Transition<
  State extends StateWord,
  Action extends string | null,
  GuardName extends string,
  Clock,
> {
  readonly from: readonly State[];
  /** Null if the state stays as it is. */
  readonly to: State | null;
  /** What the policy must permit whoever takes it. Null if no policy is asked: the program takes it, or the holder of a link. */
  readonly action: Action;
  /** In the order in which they are checked; the first that fails is told. */
  readonly guards?: readonly GuardName[];
  readonly timer?: Timer<Clock>;
  /** The action of its audit entry. Null if nobody writes one. */
  readonly audit: string | null;
  /**
   * Ends the sentence "The need is filled: ..." that refuses it from any other state. Without it the sentence is
   * "The need is filled already."
   */
  readonly refused?: Sentence;
}

/** The life of one kind of thing, whole: every state, and every way from one to another. */
export interface StateTable<
  State extends StateWord,
  Name extends string,
  Action extends string | null,
  GuardName extends string,
  Facts,
  Clock,
> {
  /** What it is, as refusals and audit actions call it: `need`. */
  readonly subject: Noun;
  /** The whole sentence that refuses a transition from a wrong state, where the usual one does not say what is meant. */
  readonly refusal?: Sentence;
  readonly states: readonly State[];
  readonly initial: State;
  /** States that nothing leaves. */
  readonly final: readonly State[];
  readonly guards?: Readonly<Record<GuardName, Guard<Facts>>>;
  readonly transitions: Readonly<Record<Name, Transition<State, Action, GuardName, Clock>>>;
}

export type Outcome<State> =
  | { readonly state: State }
  /** For whoever tried. */
  | { readonly refused: Sentence };

/**
 * A table of transitions that can be asked. It decides; it neither reads nor writes. Who uses it locks the row,
 * asks the policy for `transition(name).action`, calls `take`, and writes the state, the revision and the audit
 * entry `transition(name).audit` in one transaction.
 */
export class StateMachine<
  State extends StateWord,
  Name extends string,
  Action extends string | null,
  GuardName extends string,
  Facts,
  Clock,
> {
  /** Names of all transitions, in the order of the table. */
  readonly names: readonly Name[];

  constructor(readonly table: StateTable<State, Name, Action, GuardName, Facts, Clock>) {
    this.names = Object.keys(table.transitions) as Name[];
  }

  transition(name: Name): Transition<State, Action, GuardName, Clock> {
    return this.table.transitions[name];
  }

  /** What the policy must permit whoever takes a transition. @throws Error if no policy is asked */
  action(name: Name): NonNullable<Action> {
    const { action } = this.transition(name);
    if (action === null) throw new Error(`No policy permits ${this.table.subject} ${name}.`);
    return action;
  }

  /** The action of the audit entry of a transition. @throws Error if none is written */
  audit(name: Name): string {
    const { audit } = this.transition(name);
    if (audit === null)
      throw new Error(`No audit entry is written of ${this.table.subject} ${name}.`);
    return audit;
  }

  /** Whether nothing leaves a state. */
  isFinal(state: State): boolean {
    return this.table.final.includes(state);
  }

  /** Where a transition leads from a state, or why it cannot be taken. */
  outcome(name: Name, state: State, facts: Facts): Outcome<State> {
    const { from, guards = [], refused } = this.transition(name);
    if (!from.includes(state)) {
      return { refused: this.table.refusal ?? this.wrongState(state, refused) };
    }
    for (const guard of guards) {
      const lack = this.guard(guard).refusal(facts);
      if (lack !== null) return { refused: lack };
    }
    return { state: this.next(name, state) };
  }

  /** Where a transition leads from a state. @throws InvalidStateError if it cannot be taken */
  take(name: Name, state: State, facts: Facts): State {
    const outcome = this.outcome(name, state, facts);
    if ('refused' in outcome) throw new InvalidStateError(outcome.refused);
    return outcome.state;
  }

  /** The guards of a transition that refuse it, in the order in which they are checked. */
  lacking(name: Name, facts: Facts): GuardName[] {
    const { guards = [] } = this.transition(name);
    return guards.filter((guard) => this.guard(guard).refusal(facts) !== null);
  }

  /** The transitions that leave a state, in the order of the table. */
  from(state: State): Name[] {
    return this.names.filter((name) => this.transition(name).from.includes(state));
  }

  /** The state after a transition, once it is known that it can be taken. */
  next(name: Name, state: State): State {
    return this.transition(name).to ?? state;
  }

  /** What guards ask for, as half sentences for the docs. */
  needs(name: Name): string[] {
    return (this.transition(name).guards ?? []).map((guard) => this.guard(guard).needs);
  }

  /**
   * What is wrong with the table, one sentence each: a state that cannot be reached or left, a final one that can,
   * a guard that no transition asks, two transitions that neither their audit action nor the state they lead to tells
   * apart. Empty if the table is closed.
   */
  defects(): string[] {
    const { states, initial, final, guards } = this.table;
    const reached = new Set([initial]);
    for (const state of reached) {
      for (const name of this.from(state)) reached.add(this.next(name, state));
    }
    const used = new Set(this.names.flatMap((name) => this.transition(name).guards ?? []));
    const told = this.names
      .map((name) => this.transition(name))
      .filter(({ audit }) => audit !== null);
    return [
      ...states.filter((state) => !reached.has(state)).map((state) => `Nothing leads to ${state}.`),
      ...[...reached]
        .filter((state) => !states.includes(state))
        .map((state) => `${state} is no state of the table.`),
      ...states
        .filter((state) => final.includes(state) === this.leaves(state))
        .map((state) => `${state} is ${this.leaves(state) ? 'final and left' : 'never left'}.`),
      ...Object.keys(guards ?? {})
        .filter((guard) => !used.has(guard as GuardName))
        .map((guard) => `No transition asks for ${guard}.`),
      ...told
        .filter(({ audit, to }, i) =>
          told.slice(0, i).some((other) => other.audit === audit && other.to === to),
        )
        .map(({ audit }) => `Two transitions are audited as ${audit}.`),
    ];
  }

  private wrongState(state: State, reason?: Sentence): Sentence {
    const subject = refusal(`noun.${this.table.subject}`);
    const word: StateWord = state;
    const is = refusal(`state.is.${word}`);
    return reason === undefined
      ? refusal('state.already', { subject, state: is })
      : refusal('state.wrong', { subject, state: is, reason });
  }

  private leaves(state: State): boolean {
    return this.from(state).some((name) => this.next(name, state) !== state);
  }

  private guard(name: GuardName): Guard<Facts> {
    const guard = this.table.guards?.[name];
    if (!guard) throw new Error(`The table has no guard ${name}.`);
    return guard;
  }
}

/** Makes a machine of a table; the types of states, names, actions, guards, facts and clock are taken from it. */
export function stateMachine<
  const State extends StateWord,
  const Name extends string,
  const Action extends string | null,
  const GuardName extends string = never,
  Facts = void,
  Clock = void,
>(
  table: StateTable<State, Name, Action, GuardName, Facts, Clock>,
): StateMachine<State, Name, Action, GuardName, Facts, Clock> {
  return new StateMachine(table);
}
