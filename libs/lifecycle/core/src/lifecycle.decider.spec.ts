import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents } from '@tenure/kernel/testing';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import { lifecycle } from './lifecycle.decider';

const reached = (times: number): LifecycleEvent => ({
  type: 'MilestoneReached',
  data: {
    customerId: 'k-1',
    policy: { policyId: 'lifecycle', version: 1 },
    milestoneId: 'first-order',
    times,
    inputs: {},
    cause: 'time',
    reachedAt: '2024-01-01T00:00:00Z',
  },
});

const record = (firstNumber: number, times: readonly number[]) =>
  ({
    type: 'RecordLifecycle',
    customerId: 'k-1',
    occurredAt: '2024-01-01T00:00:00Z',
    firstNumber,
    verdicts: times.map(reached),
  }) as const;

describe('what was judged of a customer', () => {
  it('is recorded once', () => {
    proveRepeatedCommandsYieldNoEvents(lifecycle, {
      RecordLifecycle: fc
        .tuple(fc.integer({ min: 1, max: 20 }), fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }))
        .map(([firstNumber, times]) => record(firstNumber, times)),
    });
  });

  it('is recorded from where it is not yet', () =>
    expect(lifecycle.decide(record(2, [2, 3, 4]), { verdicts: 2 })).toEqual({
      accepted: true,
      events: [reached(3), reached(4)],
    }));

  it('is refused where something before it is missing', () =>
    expect(lifecycle.decide(record(4, [4]), { verdicts: 2 })).toEqual({
      accepted: false,
      code: 'lifecycle-verdicts-missing',
      detail: 'verdict 4 comes, 2 are recorded',
    }));
});
