import type { EventStoreDBClient } from '@eventstore/db-client';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandCatalogue, CommandsModule, CommandSender } from '@tenure/commands';
import { CommandExecutor } from '@tenure/event-store';
import { PolicyBook } from '@tenure/policy-contract';
import { domainCommands } from './domain.commands';
import { domainModules } from './domain.modules';

@Module({})
class CommandApplicationModule {
  static on(client: EventStoreDBClient, now?: () => string): DynamicModule {
    return {
      module: CommandApplicationModule,
      imports: [CommandsModule.forRoot({ client, descriptions: domainCommands, now }), ...domainModules],
    };
  }
}

/** The command side of the platform without HTTP: for imports and automation. */
export interface CommandApplication {
  readonly catalogue: CommandCatalogue;
  readonly sender: CommandSender;
  readonly policies: PolicyBook;
  /** For commands that have no handler on the bus. */
  readonly executor: CommandExecutor;
  close(): Promise<void>;
}

/** The client stays the caller's. Where commands come from outside, its catalogue refuses those ahead of `now` (ISO 8601). */
export async function commandApplication(client: EventStoreDBClient, now?: () => string): Promise<CommandApplication> {
  const application = await NestFactory.createApplicationContext(CommandApplicationModule.on(client, now), {
    logger: false,
  });
  return {
    catalogue: application.get(CommandCatalogue),
    sender: application.get(CommandSender),
    policies: application.get(PolicyBook),
    executor: application.get(CommandExecutor),
    close: () => application.close(),
  };
}
