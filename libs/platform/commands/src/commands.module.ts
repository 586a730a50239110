import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EventStoreDBClient } from '@eventstore/db-client';
import { CommandExecutor } from '@tenure/event-store';
import type { CommandDescription } from '@tenure/shared-contract';
import { CommandCatalogue } from './command.catalogue';
import { CommandSender } from './command.sender';

export interface CommandsModuleOptions {
  /** Owned by the caller, who disposes of it. */
  readonly client: EventStoreDBClient;
  /** Of all domains whose modules are part of the application. */
  readonly descriptions: readonly CommandDescription[];
  /** ISO 8601; what comes in from outside must not lie ahead of it. No moment is ahead of anything unless given. */
  readonly now?: () => string;
}

/** Gives every module of an application the buses, the executor on one event store client, and the catalogue. */
@Module({})
export class CommandsModule {
  static forRoot({ client, descriptions, now }: CommandsModuleOptions): DynamicModule {
    return {
      module: CommandsModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: EventStoreDBClient, useValue: client },
        { provide: CommandExecutor, useValue: new CommandExecutor(client) },
        { provide: CommandCatalogue, useValue: new CommandCatalogue(descriptions, now) },
        CommandSender,
      ],
      exports: [CqrsModule, EventStoreDBClient, CommandExecutor, CommandCatalogue, CommandSender],
    };
  }
}
