import type { CustomerEvent, GrowthPotential } from '@tenure/customer-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { TierPolicy } from '@tenure/tier-contract';
import { endOfWindow } from './calendar';

/** One document's effect on the spend. Times are epoch milliseconds. */
export interface SpendEntry {
  readonly documentId: string;
  readonly kind: 'purchase' | 'return' | 'cancellation';
  /** It counts from here … */
  readonly countsFromMs: number;
  /** … until the window that begins here is over: a cancellation leaves it together with its purchase. */
  readonly datedMs: number;
  /** Negative for what was given back or called off. */
  readonly amountMinor: number;
  readonly currency: string;
  /** Calendar day `YYYY-MM-DD` of the document where it was made. */
  readonly day: string;
}

/** What a tier policy needs to know of a customer. Plain JSON. */
export interface CustomerFacts {
  /** As told; calendar day `YYYY-MM-DD`. */
  readonly cooperationSince?: string;
  readonly growthPotential?: GrowthPotential;
  /** The first purchase that was not called off. */
  readonly firstPurchase?: SpendEntry;
  /** Ordered by the moment from which they count. */
  readonly entries: readonly SpendEntry[];
}

export type FactsEvent =
  Extract<CustomerEvent, { type: 'CustomerRegistered' | 'CustomerProfileChanged' }> | PurchaseEvent;

export const FACTS_EVENT_TYPES = [
  'CustomerRegistered',
  'CustomerProfileChanged',
  'PurchaseRecorded',
  'PurchaseReturned',
  'PurchaseCancelled',
] as const satisfies readonly FactsEvent['type'][];

export const noFacts: CustomerFacts = { entries: [] };

/**
 * The facts after an event of the customer; recorded events will do. Events of different documents may come in any
 * order, with the same result.
 */
export function foldFacts(facts: CustomerFacts, event: FactsEvent): CustomerFacts {
  switch (event.type) {
    case 'CustomerRegistered':
      return withProfile(facts, event.data, []);
    case 'CustomerProfileChanged':
      return withProfile(facts, event.data, event.data.cleared ?? []);
    case 'PurchaseRecorded':
    case 'PurchaseReturned':
    case 'PurchaseCancelled':
      return withEntry(facts, entryOf(event));
  }
}

/** Drops what left every policy's window before a moment (ISO 8601); no earlier moment may be judged afterwards. */
export function pruneFacts(facts: CustomerFacts, policies: readonly TierPolicy[], before: string): CustomerFacts {
  const beforeMs = Date.parse(before);
  const stillCounts = ({ datedMs }: SpendEntry) =>
    policies.some(({ spendWindow }) => endOfWindow(datedMs, spendWindow) > beforeMs);
  const entries = policies.length === 0 ? facts.entries : facts.entries.filter(stillCounts);
  return entries.length === facts.entries.length ? facts : { ...facts, entries };
}

function withProfile(
  facts: CustomerFacts,
  { cooperationSince = facts.cooperationSince, growthPotential = facts.growthPotential }: Partial<CustomerFacts>,
  cleared: readonly string[],
): CustomerFacts {
  return {
    ...facts,
    cooperationSince: cleared.includes('cooperationSince') ? undefined : cooperationSince,
    growthPotential: cleared.includes('growthPotential') ? undefined : growthPotential,
  };
}

function entryOf(event: PurchaseEvent): SpendEntry {
  switch (event.type) {
    case 'PurchaseRecorded': {
      const { purchaseId, total, purchasedAt } = event.data;
      return entry('purchase', purchaseId, purchasedAt, purchasedAt, total.amountMinor, total.currency);
    }
    case 'PurchaseReturned': {
      const { returnId, total, returnedAt } = event.data;
      return entry('return', returnId, returnedAt, returnedAt, -total.amountMinor, total.currency);
    }
    case 'PurchaseCancelled': {
      const { purchaseId, total, purchasedAt, cancelledAt } = event.data;
      return entry('cancellation', purchaseId, cancelledAt, purchasedAt, -total.amountMinor, total.currency);
    }
  }
}

const entry = (
  kind: SpendEntry['kind'],
  documentId: string,
  countsFrom: string,
  dated: string,
  amountMinor: number,
  currency: string,
): SpendEntry => ({
  documentId,
  kind,
  countsFromMs: Date.parse(countsFrom),
  datedMs: Date.parse(dated),
  amountMinor,
  currency,
  day: dated.slice(0, 10),
});

function withEntry(facts: CustomerFacts, added: SpendEntry): CustomerFacts {
  // The search starts at the end, where nearly every event of a history in order belongs.
  const before = facts.entries.findLastIndex((known) => compare(known, added) < 0);
  const entries = facts.entries.toSpliced(before + 1, 0, added);
  return { ...facts, entries, firstPurchase: firstPurchaseAfter(facts, added, entries) };
}

const compare = (a: SpendEntry, b: SpendEntry): number =>
  a.countsFromMs - b.countsFromMs || (a.documentId < b.documentId ? -1 : a.documentId > b.documentId ? 1 : 0);

function firstPurchaseAfter(
  { firstPurchase: known }: CustomerFacts,
  added: SpendEntry,
  entries: readonly SpendEntry[],
): SpendEntry | undefined {
  switch (added.kind) {
    case 'purchase':
      return known === undefined || compare(added, known) < 0 ? added : known;
    case 'return':
      return known;
    case 'cancellation': {
      if (known?.documentId !== added.documentId) return known;
      const calledOff = new Set(entries.filter(({ kind }) => kind === 'cancellation').map((one) => one.documentId));
      return entries.find(({ kind, documentId }) => kind === 'purchase' && !calledOff.has(documentId));
    }
  }
}
