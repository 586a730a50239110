import { Inject, type Provider } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type Aggregate } from '@tenure/event-store';
import type { DomainEvent, Outcome } from '@tenure/kernel';
import type { Command, CommandDescription, Plain } from '@tenure/shared-contract';

/**
 * One small handler a command on the bus, each of which loads, decides and appends by way of the executor. The command
 * must have been issued with its context.
 */
export function commandHandlers<State, C extends Command, Event extends DomainEvent, Rejection extends string>(
  aggregate: Aggregate<State, Plain<C>, Event, Rejection>,
  descriptions: readonly CommandDescription<C>[],
): Provider[] {
  return descriptions.map(({ command }) => {
    @CommandHandler(command)
    class DecidingHandler implements ICommandHandler<Command, Outcome> {
      constructor(@Inject(CommandExecutor) private readonly executor: CommandExecutor) {}

      execute({ context, ...plain }: Command): Promise<Outcome> {
        if (!context) throw new Error(`${command.name} was sent without its context; send it through CommandSender`);
        // What remains of a command without its context is just its plain form.
        return this.executor.execute(aggregate, plain as unknown as Plain<C>, context);
      }
    }
    Object.defineProperty(DecidingHandler, 'name', { value: `${command.name}Handler` });
    return DecidingHandler;
  });
}
