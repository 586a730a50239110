import type { HttpStatus } from '@nestjs/common';
import { ComplaintHttpModule, complaintRejectionStatuses } from '@tenure/complaint-service';
import { CustomerHttpModule, customerRejectionStatuses } from '@tenure/customer-service';
import { HistoryLoadHttpModule, historyLoadRejectionStatuses } from '@tenure/history-load-service';
import { InteractionHttpModule, interactionRejectionStatuses } from '@tenure/interaction-service';
import { PurchaseHttpModule, purchaseRejectionStatuses } from '@tenure/purchase-service';
import { TierHttpModule, tierRejectionStatuses } from '@tenure/tier-service';

export const apiModules = [
  CustomerHttpModule,
  InteractionHttpModule,
  PurchaseHttpModule,
  ComplaintHttpModule,
  TierHttpModule,
  HistoryLoadHttpModule,
] as const;

/** Codes are unique in the system: each begins with its domain's name. */
export const apiRejectionStatuses: Readonly<Record<string, HttpStatus>> = {
  ...customerRejectionStatuses,
  ...interactionRejectionStatuses,
  ...purchaseRejectionStatuses,
  ...complaintRejectionStatuses,
  ...tierRejectionStatuses,
  ...historyLoadRejectionStatuses,
};
