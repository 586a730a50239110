import { randomUUID } from 'node:crypto';
import type { CommandExecutor } from '@tenure/event-store';
import type { JourneyCommand } from '@tenure/journey-contract';
import type { JourneyRules } from '@tenure/journey-core';
import type { Outcome } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';
import { journeysUnder, type JourneyAggregate } from './journey.aggregate';

/** What a command came from. */
export interface Origin {
  readonly correlationId: string;
  readonly causationId?: string;
}

/** Sends the platform's own commands on journeys, under the rules as they are known now. */
export class JourneySending {
  #under: { readonly rules: JourneyRules; readonly aggregate: JourneyAggregate } | undefined;

  constructor(
    private readonly executor: CommandExecutor,
    private readonly rules: () => JourneyRules,
  ) {}

  send(command: Plain<JourneyCommand>, origin?: Origin): Promise<Outcome> {
    // A new id each time: that a repetition changes nothing is seen from the customer's journeys themselves.
    const commandId = randomUUID();
    const context = { correlationId: commandId, ...origin, commandId, actor: 'tenure', source: 'journeys' };
    return this.executor.execute(this.#aggregate(), command, context);
  }

  #aggregate(): JourneyAggregate {
    const rules = this.rules();
    if (this.#under?.rules !== rules) this.#under = { rules, aggregate: journeysUnder(rules) };
    return this.#under.aggregate;
  }
}
