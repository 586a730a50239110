import type { Decision } from './decision';

/** A named fact as the domain sees it. Stored for ever. */
export type DomainEvent = { readonly type: string; readonly data: object };

/** A named intention as the domain sees it. */
export type DomainCommand = { readonly type: string };

/**
 * The whole behaviour of one kind of stream as pure functions (J. Chassaing, "Functional Event Sourcing Decider").
 * `decide` has no clock, random or I/O and never throws; `evolve` never refuses; folding `evolve` over all events
 * of a stream from `initial`, in order, gives its state.
 */
export interface Decider<State, Command extends DomainCommand, Event extends DomainEvent, Rejection extends string> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly decide: (command: Command, state: State) => Decision<Event, Rejection>;
}
