import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@tenure/kernel';
import type { Command } from '@tenure/shared-contract';

/** Puts commands on the bus together with who asked for them. */
@Injectable()
export class CommandSender {
  constructor(private readonly bus: CommandBus) {}

  /** Resolves once the outcome is durable; throws the event store's typed errors. */
  send(command: Command, context: CommandContext): Promise<Outcome> {
    return this.bus.execute<Command, Outcome>(Object.assign(command, { context }));
  }
}
