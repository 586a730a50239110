import { moneyText, type DomainEvent } from '@tenure/kernel';
import type { CustomerEvent } from '@tenure/customer-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { Money } from '@tenure/shared-contract';
import type { TierEvent } from '@tenure/tier-contract';
import { behaviourSentence, isBehaviour } from './behaviour.sentence';
import { complaintSentence, isComplaint } from './complaint.sentence';
import { isCustomerRelated, type CustomerRelatedEvent } from './customer-related.events';
import { fieldsOf, profileOf } from './customer.profile';
import { isOfJourney, journeySentence } from './journey.sentence';
import { isOfLifecycle, lifecycleSentence } from './lifecycle.sentence';
import { isOfService, serviceSentence } from './service.sentence';

/** What happened, in a short English sentence; for types of other domains their name in words. No personal data. */
export function summaryOf(event: DomainEvent): string {
  if (isComplaint(event)) return complaintSentence(event);
  if (isCustomerRelated(event)) return sentenceOf(event);
  if (isOfService(event)) return serviceSentence(event);
  if (isBehaviour(event)) return behaviourSentence(event);
  if (isOfLifecycle(event)) return lifecycleSentence(event);
  return isOfJourney(event) ? journeySentence(event) : wordsOf(event.type);
}

function sentenceOf(event: CustomerRelatedEvent): string {
  switch (event.type) {
    case 'CustomerRegistered':
    case 'CustomerProfileChanged':
    case 'CustomerContactSet':
    case 'CustomerContactRemoved':
    case 'CustomerConsentSet':
    case 'CustomerMerged':
    case 'CustomerMergeUndone':
      return customerSentence(event);
    case 'PurchaseRecorded':
    case 'PurchaseReturned':
    case 'PurchaseCancelled':
      return purchaseSentence(event);
    case 'InteractionRecorded': {
      const { channel, subject, resolved } = event.data;
      return `Contact by ${channel}, ${resolved ? 'settled at once' : 'left open'}: ${subject}`;
    }
    case 'InteractionSettled':
      return `Open contact settled by ${event.data.by}`;
    case 'ComplaintOpened':
    case 'ComplaintHandOverOffered':
    case 'ComplaintAccepted':
    case 'ComplaintResponded':
    case 'ComplaintResolved':
    case 'ComplaintClosed':
    case 'ComplaintReopened':
    case 'ComplaintLinkedAsDuplicate':
      return complaintSentence(event);
    case 'TierAssigned':
    case 'TierChanged':
    case 'TierOverridden':
    case 'TierOverrideEnded':
      return tierSentence(event);
  }
}

function customerSentence(event: CustomerEvent): string {
  switch (event.type) {
    case 'CustomerRegistered':
      return `Registered (${event.data.fieldSource})`;
    case 'CustomerProfileChanged': {
      const { cleared = [], fieldSource } = event.data;
      return `Profile changed (${fieldSource}): ${[...fieldsOf(profileOf(event.data)), ...cleared].join(', ')}`;
    }
    case 'CustomerContactSet':
      return `Contact ${event.data.contactId} set: ${event.data.role}`;
    case 'CustomerContactRemoved':
      return `Contact ${event.data.contactId} removed`;
    case 'CustomerConsentSet': {
      const { purpose, channel, granted, by } = event.data;
      return `Consent to ${purpose} by ${channel} ${granted ? 'given' : 'withdrawn'}, noted by ${by}`;
    }
    case 'CustomerMerged':
      return `Merged into ${event.data.into} by ${event.data.by}: ${event.data.reason}`;
    case 'CustomerMergeUndone':
      return `Merge into ${event.data.into} undone by ${event.data.by}: ${event.data.reason}`;
  }
}

function purchaseSentence(event: PurchaseEvent): string {
  switch (event.type) {
    case 'PurchaseRecorded':
      return `Bought for ${money(event.data.total)} (${event.data.purchaseId}, ${lines(event.data.lines)})`;
    case 'PurchaseReturned':
      return `Returned for ${money(event.data.total)} (${event.data.returnId}, ${lines(event.data.lines)})`;
    case 'PurchaseCancelled':
      return `Purchase ${event.data.purchaseId} of ${money(event.data.total)} cancelled: ${event.data.reason}`;
  }
}

function tierSentence(event: TierEvent): string {
  switch (event.type) {
    case 'TierAssigned':
      return `Tier ${event.data.tier}: ${event.data.reasons.join('; ')}`;
    case 'TierChanged':
      return `Tier ${event.data.from} to ${event.data.to}: ${event.data.reasons.join('; ')}`;
    case 'TierOverridden':
      return `Tier set to ${event.data.tier} by ${event.data.by} until ${event.data.until}: ${event.data.reason}`;
    case 'TierOverrideEnded':
      return `Tier override ${event.data.cause}: ${event.data.from} to ${event.data.to ?? 'none'}`;
  }
}

const money = ({ amountMinor, currency }: Money): string => moneyText(amountMinor, currency);

const lines = ({ length }: readonly unknown[]): string => (length === 1 ? '1 line' : `${length} lines`);

/** `SurveyAnswered` is "Survey answered". */
function wordsOf(type: string): string {
  const words = type.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
