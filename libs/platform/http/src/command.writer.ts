import { EventStoreDBClient } from '@eventstore/db-client';
import { HttpStatus, Inject, Injectable } from '@nestjs/common';
import { CommandCatalogue, CommandSender } from '@tenure/commands';
import { COMMAND_ID_REUSED, readHistory } from '@tenure/event-store';
import type { CommandContext, Outcome } from '@tenure/kernel';
import type { Command } from '@tenure/shared-contract';
import { Clock } from './clock';
import { CommandIdMemory } from './command-id.memory';
import type { Incoming } from './incoming';
import { ProblemError } from './problem.error';
import { refusal } from './problem.kinds';
import { answerOf, type WriteAnswer } from './write.answer';

/** Turns a payload into a command; throws UnknownCommandError, InvalidCommandError. */
type Parse = (payload: object) => Command;

export interface Parser {
  readonly name: string;
  readonly parse: Parse;
}

/** Validates what came in, sends it, and says what became of it. */
@Injectable()
export class CommandWriter {
  readonly #ids = new CommandIdMemory();

  constructor(
    @Inject(CommandCatalogue) private readonly catalogue: CommandCatalogue,
    @Inject(CommandSender) private readonly sender: CommandSender,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws ProblemError on a refusal, and what the catalogue and the event store throw. */
  write(
    command: new () => Command,
    incoming: Incoming,
    statuses: Readonly<Record<string, HttpStatus>>,
  ): Promise<WriteAnswer> {
    const { type } = new command();
    const parse: Parse = (payload) => this.catalogue.parse(type, payload);
    return this.writeParsed({ name: type, parse }, incoming, statuses);
  }

  /** `name` is what the command goes by in the caller's world: part of its content. */
  async writeParsed(
    { name, parse }: Parser,
    { payload, context }: Incoming,
    statuses: Readonly<Record<string, HttpStatus>>,
  ): Promise<WriteAnswer> {
    const { commandId } = context;
    if (!this.#ids.claim(commandId, { name, payload })) {
      const detail = `command id ${commandId} was used before with other content`;
      throw refused(COMMAND_ID_REUSED, detail, commandId, statuses);
    }
    let isDone = false;
    try {
      const outcome = await this.#send(parse, payload, context);
      if (outcome.status === 'rejected') throw refused(outcome.code, outcome.detail, commandId, statuses);
      const answer = answerOf(outcome, commandId);
      isDone = answer.status === 'known' || answer.events > 0;
      return answer;
    } finally {
      if (!isDone) this.#ids.forget(commandId);
    }
  }

  #send(parse: Parse, payload: Incoming['payload'], context: CommandContext): Promise<Outcome> {
    return payload['occurredAt'] === undefined
      ? this.#sendAtNow(parse, payload, context)
      : this.sender.send(parse(payload), context);
  }

  /**
   * A sender who leaves the time out and repeats the command means the time of the first attempt: with the time of now it
   * would be other content under the same id.
   */
  async #sendAtNow(parse: Parse, payload: object, context: CommandContext): Promise<Outcome> {
    const outcome = await this.sender.send(parse({ ...payload, occurredAt: this.clock.now() }), context);
    if (outcome.status !== 'rejected' || outcome.code !== COMMAND_ID_REUSED) return outcome;
    const recorded = await readHistory(this.eventStore, [outcome.stream]);
    const first = recorded.find(({ metadata }) => metadata.commandId === context.commandId);
    if (!first) return outcome;
    return this.sender.send(parse({ ...payload, occurredAt: first.metadata.occurredAt }), context);
  }
}

const refused = (
  code: string,
  detail: string | undefined,
  commandId: string,
  statuses: Readonly<Record<string, HttpStatus>>,
): ProblemError => new ProblemError(refusal(code, statuses[code] ?? HttpStatus.CONFLICT, detail, { commandId }));
