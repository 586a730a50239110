import type { EventStoreDBClient } from '@eventstore/db-client';
import { Module, type DynamicModule } from '@nestjs/common';
import { CommandsModule } from '@tenure/commands';
import { complaintCommands } from '@tenure/complaint-contract';
import { ComplaintModule } from '@tenure/complaint-service';
import { customerCommands } from '@tenure/customer-contract';
import { CustomerModule } from '@tenure/customer-service';
import { HistoryLoadModule } from '@tenure/history-load-service';
import { interactionCommands } from '@tenure/interaction-contract';
import { InteractionModule } from '@tenure/interaction-service';
import { purchaseCommands } from '@tenure/purchase-contract';
import { PurchaseModule } from '@tenure/purchase-service';
import type { CommandDescription } from '@tenure/shared-contract';
import { tierCommands, tierPolicyCommands } from '@tenure/tier-contract';
import { TierModule } from '@tenure/tier-service';

/** Commands that rows of a file may become. */
const importable: readonly CommandDescription[] = [
  ...customerCommands,
  ...interactionCommands,
  ...purchaseCommands,
  ...complaintCommands,
  ...tierCommands,
  ...tierPolicyCommands,
];

/** The domains' command handlers on one event store client, which the caller owns; no HTTP and no database. */
@Module({})
export class ImportModule {
  static register(client: EventStoreDBClient): DynamicModule {
    return {
      module: ImportModule,
      imports: [
        CommandsModule.forRoot({ client, descriptions: importable }),
        CustomerModule,
        InteractionModule,
        PurchaseModule,
        ComplaintModule,
        TierModule,
        HistoryLoadModule,
      ],
    };
  }
}
