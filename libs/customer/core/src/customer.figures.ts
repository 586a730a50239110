import type { InteractionEvent } from '@tenure/interaction-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { Money } from '@tenure/shared-contract';
import type { CustomerComplaintEvent } from './customer-related.events';

/** What a customer did, counted. Times are ISO 8601. */
export interface CustomerFigures {
  readonly purchases: number;
  readonly returns: number;
  readonly cancellations: number;
  readonly firstPurchaseAt: string | null;
  readonly lastPurchaseAt: string | null;
  /** That of the first document. */
  readonly currency: string | null;
  /** Purchases less returns and cancellations over all time, in minor units of `currency`. */
  readonly totalSpendMinor: number;
  /** The same for every other currency, by its code. */
  readonly otherSpendMinor: Readonly<Record<string, number>>;
  readonly interactions: number;
  readonly openInteractions: number;
  readonly lastInteractionAt: string | null;
  readonly complaints: number;
  readonly openComplaints: number;
  /** The newest purchase, return, cancellation, interaction or complaint. */
  readonly lastActivityAt: string | null;
}

export const noFigures: CustomerFigures = {
  purchases: 0,
  returns: 0,
  cancellations: 0,
  firstPurchaseAt: null,
  lastPurchaseAt: null,
  currency: null,
  totalSpendMinor: 0,
  otherSpendMinor: {},
  interactions: 0,
  openInteractions: 0,
  lastInteractionAt: null,
  complaints: 0,
  openComplaints: 0,
  lastActivityAt: null,
};

/** The figures after something that the customer did, or that was done about it. */
export function figuresAfter(
  known: CustomerFigures,
  event: PurchaseEvent | InteractionEvent | CustomerComplaintEvent,
): Partial<CustomerFigures> {
  switch (event.type) {
    case 'PurchaseRecorded':
    case 'PurchaseReturned':
    case 'PurchaseCancelled':
      return purchaseFigures(known, event);
    case 'InteractionRecorded':
    case 'InteractionSettled':
      return interactionFigures(known, event);
    case 'ComplaintOpened':
    case 'ComplaintHandOverOffered':
    case 'ComplaintAccepted':
    case 'ComplaintResponded':
    case 'ComplaintResolved':
    case 'ComplaintClosed':
    case 'ComplaintReopened':
    case 'ComplaintLinkedAsDuplicate':
      return complaintFigures(known, event);
  }
}

function purchaseFigures(known: CustomerFigures, event: PurchaseEvent): Partial<CustomerFigures> {
  switch (event.type) {
    case 'PurchaseRecorded': {
      const { total, purchasedAt } = event.data;
      return {
        ...spent(known, total, 1),
        purchases: known.purchases + 1,
        firstPurchaseAt: earlierOf(known.firstPurchaseAt, purchasedAt),
        lastPurchaseAt: laterOf(known.lastPurchaseAt, purchasedAt),
        lastActivityAt: laterOf(known.lastActivityAt, purchasedAt),
      };
    }
    case 'PurchaseReturned': {
      const lastActivityAt = laterOf(known.lastActivityAt, event.data.returnedAt);
      return { ...spent(known, event.data.total, -1), returns: known.returns + 1, lastActivityAt };
    }
    case 'PurchaseCancelled': {
      const lastActivityAt = laterOf(known.lastActivityAt, event.data.cancelledAt);
      return { ...spent(known, event.data.total, -1), cancellations: known.cancellations + 1, lastActivityAt };
    }
  }
}

function interactionFigures(known: CustomerFigures, event: InteractionEvent): Partial<CustomerFigures> {
  switch (event.type) {
    case 'InteractionRecorded': {
      const { resolved, recordedAt } = event.data;
      return {
        interactions: known.interactions + 1,
        openInteractions: known.openInteractions + (resolved ? 0 : 1),
        lastInteractionAt: laterOf(known.lastInteractionAt, recordedAt),
        lastActivityAt: laterOf(known.lastActivityAt, recordedAt),
      };
    }
    case 'InteractionSettled':
      return { openInteractions: known.openInteractions - 1 };
  }
}

/** A complaint that was resolved, or linked as a duplicate while open, counts as open again once it is reopened. */
function complaintFigures(known: CustomerFigures, event: CustomerComplaintEvent): Partial<CustomerFigures> {
  switch (event.type) {
    case 'ComplaintOpened':
      return {
        complaints: known.complaints + 1,
        openComplaints: known.openComplaints + 1,
        lastActivityAt: laterOf(known.lastActivityAt, event.data.openedAt),
      };
    case 'ComplaintResolved':
    case 'ComplaintLinkedAsDuplicate':
      return { openComplaints: known.openComplaints - 1 };
    case 'ComplaintReopened':
      return { openComplaints: known.openComplaints + 1 };
    case 'ComplaintHandOverOffered':
    case 'ComplaintAccepted':
    case 'ComplaintResponded':
    case 'ComplaintClosed':
      return {};
  }
}

function spent(known: CustomerFigures, { amountMinor, currency }: Money, sign: 1 | -1): Partial<CustomerFigures> {
  if (known.currency === null || known.currency === currency) {
    return { currency, totalSpendMinor: known.totalSpendMinor + sign * amountMinor };
  }
  const before = known.otherSpendMinor[currency] ?? 0;
  return { otherSpendMinor: { ...known.otherSpendMinor, [currency]: before + sign * amountMinor } };
}

const earlierOf = (known: string | null, at: string): string =>
  known !== null && Date.parse(known) <= Date.parse(at) ? known : at;

const laterOf = (known: string | null, at: string): string =>
  known !== null && Date.parse(known) >= Date.parse(at) ? known : at;
