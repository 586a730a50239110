import { contractCodec, signalCodec } from '@tenure/behaviour-contract';
import { complaintCodec } from '@tenure/complaint-contract';
import { contactPlanCodec } from '@tenure/contact-plan-contract';
import { customerCodec } from '@tenure/customer-contract';
import { historyLoadCodec } from '@tenure/history-load-contract';
import { interactionCodec } from '@tenure/interaction-contract';
import type { DomainEvent, EventCodec, FieldKind } from '@tenure/kernel';
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

/** How one type of event is written now. */
export interface EventDescription {
  readonly type: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, FieldKind>>;
  /** Fields that hold personal data. */
  readonly personal: readonly string[];
}

const describe = <Event extends DomainEvent>(codec: EventCodec<Event>): EventDescription[] =>
  codec.types.map((type) => ({
    type,
    version: codec.version(type),
    fields: codec.fields(type),
    personal: codec.personal(type),
  }));

/** Every type of event that the platform records. */
export const domainEvents: readonly EventDescription[] = [
  ...describe(customerCodec),
  ...describe(interactionCodec),
  ...describe(purchaseCodec),
  ...describe(complaintCodec),
  ...describe(tierCodec),
  ...describe(tierPolicyCodec),
  ...describe(historyLoadCodec),
  ...describe(policyCodec),
  ...describe(remedyCodec),
  ...describe(serviceRecordCodec),
  ...describe(recordReviewCodec),
  ...describe(caseClockCodec),
  ...describe(noticeCodec),
  ...describe(contactPlanCodec),
  ...describe(signalCodec),
  ...describe(contractCodec),
  ...describe(lifecycleCodec),
  ...describe(churnCodec),
  ...describe(voucherCodec),
  ...describe(journeyCodec),
  ...describe(surveyCodec),
  ...describe(voiceCodec),
  ...describe(themeCodec),
  ...describe(problemCodec),
  ...describe(measureCodec),
  ...describe(goalCodec),
];
