import type { CustomerEvent } from '@tenure/customer-contract';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { LifecycleStage } from '@tenure/shared-contract';
import type { TierEvent } from '@tenure/tier-contract';

const customerId = 'k-1';

/** The events as they stand in the log: each at its own time, in a stream of its own. */
export const historyOf = (events: readonly { readonly event: DomainEvent; readonly at: string }[]): Recorded[] =>
  events.map(({ event, at }, index) => ({
    ...event,
    id: `event-${index}`,
    stream: `test-${index}`,
    revision: 0n,
    position: BigInt(index),
    recordedAt: at,
    metadata: {
      commandId: `command-${index}`,
      correlationId: 'correlation',
      actor: 'anna',
      source: 'test',
      customerId,
      occurredAt: at,
      schemaVersion: 1,
    },
  }));

export const purchase = (at: string): PurchaseEvent => ({
  type: 'PurchaseRecorded',
  data: {
    purchaseId: `p-${at}`,
    customerId,
    lines: [],
    total: { amountMinor: 1_000, currency: 'CNY' },
    purchasedAt: at,
  },
});

export const stage = (is: LifecycleStage, at: string): LifecycleEvent => ({
  type: 'StageEntered',
  data: {
    customerId,
    policy: { policyId: 'lifecycle', version: 1 },
    stage: is,
    from: 'none',
    ruleId: 'rule',
    inputs: {},
    reason: { zh: '', en: '' },
    cause: 'time',
    enteredAt: at,
  },
});

export const tier = (is: string): TierEvent => ({
  type: 'TierOverridden',
  data: {
    customerId,
    tier: is,
    by: 'anna',
    reason: 'test',
    until: '2030-01-01T00:00:00Z',
    overriddenAt: '2026-01-01T00:00:00Z',
  },
});

export const registered = (at: string, email?: string): CustomerEvent => ({
  type: 'CustomerRegistered',
  data: {
    customerId,
    name: '宏达',
    contacts: [{ contactId: 'c-1', name: '王', role: 'other', ...(email !== undefined && { email }) }],
    fieldSource: 'service',
    registeredAt: at,
  },
});

export const consent = (granted: boolean, at: string): CustomerEvent => ({
  type: 'CustomerConsentSet',
  data: { customerId, purpose: 'marketing', channel: 'email', granted, by: 'anna', setAt: at },
});

export const merged = (at: string): CustomerEvent => ({
  type: 'CustomerMerged',
  data: { customerId, into: 'k-2', by: 'anna', reason: 'the same', mergedAt: at },
});
