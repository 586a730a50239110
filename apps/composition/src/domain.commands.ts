import { contractCommands, signalCommands } from '@tenure/behaviour-contract';
import { complaintCommands } from '@tenure/complaint-contract';
import { contactPlanCommands } from '@tenure/contact-plan-contract';
import { customerCommands } from '@tenure/customer-contract';
import { surveyCommands, voiceCommands } from '@tenure/feedback-contract';
import { historyLoadCommands } from '@tenure/history-load-contract';
import { goalCommands, measureCommands, measureStandardCommands, problemCommands } from '@tenure/improvement-contract';
import { interactionCommands } from '@tenure/interaction-contract';
import { journeyCommands } from '@tenure/journey-contract';
import { noticeCommands } from '@tenure/notice-contract';
import { policyCommands } from '@tenure/policy-contract';
import { purchaseCommands } from '@tenure/purchase-contract';
import { remedyCommands } from '@tenure/remedy-contract';
import { recordReviewCommands, serviceRecordCommands } from '@tenure/service-record-contract';
import type { CommandDescription } from '@tenure/shared-contract';
import { themeCommands } from '@tenure/theme-contract';
import { tierCommands } from '@tenure/tier-contract';
import { voucherCommands } from '@tenure/voucher-contract';

/** Every command that can come from outside, by whatever way. */
export const domainCommands: readonly CommandDescription[] = [
  ...customerCommands,
  ...interactionCommands,
  ...purchaseCommands,
  ...complaintCommands,
  ...tierCommands,
  ...historyLoadCommands,
  ...policyCommands,
  ...remedyCommands,
  ...serviceRecordCommands,
  ...recordReviewCommands,
  ...noticeCommands,
  ...contactPlanCommands,
  ...signalCommands,
  ...contractCommands,
  ...voucherCommands,
  ...journeyCommands,
  ...themeCommands,
  ...problemCommands,
  ...measureCommands,
  ...measureStandardCommands,
  ...surveyCommands,
  ...voiceCommands,
  ...goalCommands,
];
