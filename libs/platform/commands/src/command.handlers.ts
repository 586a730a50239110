import { Inject, type Provider } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type Aggregate } from '@tenure/event-store';
import type { DomainEvent, Outcome } from '@tenure/kernel';
import type { Command, CommandDescription, Plain } from '@tenure/shared-contract';

/**
 * One small handler a command on the bus, each of which loads, decides and appends by way of the executor. The command
 * must have been issued with its context.
 */
export const commandHandlers = <State, C extends Command, Event extends DomainEvent, Rejection extends string>(
  aggregate: Aggregate<State, Plain<C>, Event, Rejection>,
  descriptions: readonly Pick<CommandDescription<C>, 'command'>[],
): Provider[] => commandHandlersUnder(CommandExecutor, () => aggregate, descriptions);

/** The same for decisions that rest on more than the stream, such as the policy in force: `ground` says what that is. */
export function commandHandlersUnder<
  Ground,
  State,
  C extends Command,
  Event extends DomainEvent,
  Rejection extends string,
>(
  token: abstract new (...dependencies: never[]) => Ground,
  aggregateOn: (
    ground: Ground,
    command: Plain<C>,
  ) => Aggregate<State, Plain<C>, Event, Rejection> | Promise<Aggregate<State, Plain<C>, Event, Rejection>>,
  descriptions: readonly Pick<CommandDescription<C>, 'command'>[],
): Provider[] {
  return descriptions.map(({ command }) => {
    @CommandHandler(command)
    class DecidingHandler implements ICommandHandler<Command, Outcome> {
      constructor(
        @Inject(CommandExecutor) private readonly executor: CommandExecutor,
        @Inject(token) private readonly ground: Ground,
      ) {}

      execute({ context, ...rest }: Command): Promise<Outcome> {
        if (!context) throw new Error(`${command.name} was sent without its context; send it through CommandSender`);
        // What remains of a command without its context is just its plain form.
        const plain = rest as unknown as Plain<C>;
        const aggregate = aggregateOn(this.ground, plain);
        if (!(aggregate instanceof Promise)) return this.executor.execute(aggregate, plain, context);
        return aggregate.then((known) => this.executor.execute(known, plain, context));
      }
    }
    Object.defineProperty(DecidingHandler, 'name', { value: `${command.name}Handler` });
    return DecidingHandler;
  });
}
