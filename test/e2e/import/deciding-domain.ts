import { CommandCatalogue, InvalidCommandError } from '@tenure/commands';
import type { Aggregate } from '@tenure/event-store';
import type { CommandFate, ImportSink } from '@tenure/import';
import type { DomainEvent } from '@tenure/kernel';
import type { Command, CommandDescription, Plain } from '@tenure/shared-contract';

/** One domain without an event store: validates, decides, and keeps events in memory. */
export interface DecidingDomain {
  readonly types: readonly string[];
  readonly send: (type: string, payload: object) => CommandFate;
  readonly events: readonly DomainEvent[];
}

export function decidingDomain<State, C extends Command, Event extends DomainEvent, Rejection extends string>(
  { decider, idOf }: Aggregate<State, Plain<C>, Event, Rejection>,
  descriptions: readonly CommandDescription<C>[],
): DecidingDomain {
  const catalogue = new CommandCatalogue(descriptions, () => new Date().toISOString());
  const states = new Map<string, State>();
  const events: Event[] = [];
  return {
    types: descriptions.map(({ command }) => command.name),
    events,
    send: (type, payload) => {
      const command = parse(catalogue, type, payload);
      if (command instanceof InvalidCommandError) {
        return { status: 'rejected', code: 'invalid-command', problems: command.problems };
      }
      const plain = command as unknown as Plain<C>;
      const state = states.get(idOf(plain)) ?? decider.initial;
      const decision = decider.decide(plain, state);
      if (!decision.accepted) return { status: 'rejected', code: decision.code, detail: decision.detail };
      states.set(idOf(plain), decision.events.reduce(decider.evolve, state));
      events.push(...decision.events);
      return { status: decision.events.length > 0 ? 'accepted' : 'known' };
    },
  };
}

/** A command whose id was carried out is known, and is refused when it says something else this time. */
export function decidingSink(domains: readonly DecidingDomain[]): ImportSink {
  const carriedOut = new Map<string, string>();
  return {
    send: async ({ type, payload, commandId }) => {
      const content = JSON.stringify(payload);
      const earlier = carriedOut.get(commandId);
      if (earlier === content) return { status: 'known' };
      if (earlier !== undefined) return { status: 'rejected', code: 'command-id-reused' };
      const domain = domains.find(({ types }) => types.includes(type));
      if (!domain) throw new Error(`no domain takes ${type}`);
      const fate = domain.send(type, payload);
      if (fate.status === 'accepted') carriedOut.set(commandId, content);
      return fate;
    },
  };
}

function parse(catalogue: CommandCatalogue, type: string, payload: object): Command | InvalidCommandError {
  try {
    return catalogue.parse(type, payload);
  } catch (error) {
    if (error instanceof InvalidCommandError) return error;
    throw error;
  }
}
