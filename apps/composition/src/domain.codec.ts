import { contractCodec, signalCodec } from '@tenure/behaviour-contract';
import { complaintCodec } from '@tenure/complaint-contract';
import { contactPlanCodec } from '@tenure/contact-plan-contract';
import { customerCodec } from '@tenure/customer-contract';
import { mergeCodecs } from '@tenure/event-store';
import { historyLoadCodec } from '@tenure/history-load-contract';
import { interactionCodec } from '@tenure/interaction-contract';
import { lifecycleCodec } from '@tenure/lifecycle-contract';
import { churnCodec } from '@tenure/churn-contract';
import { voucherCodec } from '@tenure/voucher-contract';
import { journeyCodec } from '@tenure/journey-contract';
import { noticeCodec } from '@tenure/notice-contract';
import { policyCodec } from '@tenure/policy-contract';
import { purchaseCodec } from '@tenure/purchase-contract';
import { remedyCodec } from '@tenure/remedy-contract';
import { recordReviewCodec, serviceRecordCodec } from '@tenure/service-record-contract';
import { caseClockCodec } from '@tenure/service-standard-contract';
import { surveyCodec, voiceCodec } from '@tenure/feedback-contract';
import { goalCodec, measureCodec, problemCodec } from '@tenure/improvement-contract';
import { themeCodec } from '@tenure/theme-contract';
import { tierCodec, tierPolicyCodec } from '@tenure/tier-contract';

/** Reads the events of every domain. */
export const domainCodec = mergeCodecs([
  customerCodec,
  interactionCodec,
  purchaseCodec,
  complaintCodec,
  tierCodec,
  tierPolicyCodec,
  historyLoadCodec,
  policyCodec,
  remedyCodec,
  serviceRecordCodec,
  recordReviewCodec,
  caseClockCodec,
  noticeCodec,
  contactPlanCodec,
  signalCodec,
  contractCodec,
  lifecycleCodec,
  churnCodec,
  voucherCodec,
  journeyCodec,
  surveyCodec,
  voiceCodec,
  themeCodec,
  problemCodec,
  measureCodec,
  goalCodec,
]);
