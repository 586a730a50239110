import type { HttpStatus } from '@nestjs/common';
import { complaintCommands } from '@tenure/complaint-contract';
import { ComplaintHttpModule, complaintRejectionStatuses } from '@tenure/complaint-service';
import { customerCommands } from '@tenure/customer-contract';
import { CustomerHttpModule, customerRejectionStatuses } from '@tenure/customer-service';
import { interactionCommands } from '@tenure/interaction-contract';
import { InteractionHttpModule, interactionRejectionStatuses } from '@tenure/interaction-service';
import { purchaseCommands } from '@tenure/purchase-contract';
import { PurchaseHttpModule, purchaseRejectionStatuses } from '@tenure/purchase-service';
import type { CommandDescription } from '@tenure/shared-contract';
import { tierCommands, tierPolicyCommands } from '@tenure/tier-contract';
import { TierHttpModule, tierRejectionStatuses } from '@tenure/tier-service';

/** Commands of every domain that can be reached from outside. */
export const apiCommands: readonly CommandDescription[] = [
  ...customerCommands,
  ...interactionCommands,
  ...purchaseCommands,
  ...complaintCommands,
  ...tierCommands,
  ...tierPolicyCommands,
];

export const apiModules = [
  CustomerHttpModule,
  InteractionHttpModule,
  PurchaseHttpModule,
  ComplaintHttpModule,
  TierHttpModule,
] as const;

/** Codes are unique in the system: each begins with its domain's name. */
export const apiRejectionStatuses: Readonly<Record<string, HttpStatus>> = {
  ...customerRejectionStatuses,
  ...interactionRejectionStatuses,
  ...purchaseRejectionStatuses,
  ...complaintRejectionStatuses,
  ...tierRejectionStatuses,
};
