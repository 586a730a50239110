import { complaintCommands } from '@tenure/complaint-contract';
import { ComplaintModule } from '@tenure/complaint-service';
import { customerCommands } from '@tenure/customer-contract';
import { CustomerModule } from '@tenure/customer-service';
import { historyLoadCommands } from '@tenure/history-load-contract';
import { HistoryLoadModule } from '@tenure/history-load-service';
import { interactionCommands } from '@tenure/interaction-contract';
import { InteractionModule } from '@tenure/interaction-service';
import { purchaseCommands } from '@tenure/purchase-contract';
import { PurchaseModule } from '@tenure/purchase-service';
import type { CommandDescription } from '@tenure/shared-contract';
import { tierCommands, tierPolicyCommands } from '@tenure/tier-contract';
import { TierModule } from '@tenure/tier-service';

/** Every command that can come from outside, by whatever way. */
export const domainCommands: readonly CommandDescription[] = [
  ...customerCommands,
  ...interactionCommands,
  ...purchaseCommands,
  ...complaintCommands,
  ...tierCommands,
  ...tierPolicyCommands,
  ...historyLoadCommands,
];

/** The modules whose handlers carry the commands out; they need CommandsModule. */
export const domainModules = [
  CustomerModule,
  InteractionModule,
  PurchaseModule,
  ComplaintModule,
  TierModule,
  HistoryLoadModule,
] as const;
