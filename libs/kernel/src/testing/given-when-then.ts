import type { Decider, DomainCommand, DomainEvent } from '../decider';

/**
 * Specifies a decider: `given(...events).when(command).then(...events)` or `.thenRejected(code)`.
 * `then` also carries the command out a second time on the state that it led to, and proves that
 * the repetition yields no events.
 */
export function specify<State, Command extends DomainCommand, Event extends DomainEvent, Rejection extends string>(
  decider: Decider<State, Command, Event, Rejection>,
) {
  const fold = (events: readonly Event[]) => events.reduce(decider.evolve, decider.initial);
  return {
    given: (...history: Event[]) => ({
      when: (command: Command) => ({
        then: (...expected: Event[]) => {
          expect(decider.decide(command, fold(history))).toEqual({ accepted: true, events: expected });
          const repeated = decider.decide(command, fold([...history, ...expected]));
          expect({ repeated: command.type, ...repeated }).toEqual({
            repeated: command.type,
            accepted: true,
            events: [],
          });
        },
        thenRejected: (code: Rejection) => {
          expect(decider.decide(command, fold(history))).toMatchObject({ accepted: false, code });
        },
      }),
      /** The state that the history leads to. */
      state: () => fold(history),
    }),
  };
}
