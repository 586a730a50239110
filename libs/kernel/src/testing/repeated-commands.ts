import * as fc from 'fast-check';
import type { Decider, DomainCommand, DomainEvent } from '../decider';

/**
 * Proves for random sequences of commands that any accepted command, repeated at once, yields no events, and
 * that every command type was accepted with events at least once, so that the proof leaves none out.
 */
export function proveRepeatedCommandsYieldNoEvents<
  State,
  Command extends DomainCommand,
  Event extends DomainEvent,
  Rejection extends string,
>(
  decider: Decider<State, Command, Event, Rejection>,
  commands: { readonly [Type in Command['type']]: fc.Arbitrary<Extract<Command, { type: Type }>> },
): void {
  const types = Object.keys(commands);
  const effective = new Set<string>();
  const anyCommand = fc.oneof(...Object.values<fc.Arbitrary<Command>>(commands));
  fc.assert(
    fc.property(fc.array(anyCommand, { minLength: 1, maxLength: 30, size: 'max' }), (sequence) => {
      let state = decider.initial;
      for (const command of sequence) {
        const decision = decider.decide(command, state);
        if (!decision.accepted) continue;
        state = decision.events.reduce(decider.evolve, state);
        if (decision.events.length > 0) effective.add(command.type);
        const repeated = decider.decide(command, state);
        if (!repeated.accepted || repeated.events.length > 0) {
          throw new Error(`${command.type} is not idempotent: ${JSON.stringify({ command, repeated })}`);
        }
      }
    }),
    { numRuns: 1000 },
  );
  expect([...effective].sort()).toEqual(types.sort());
}
