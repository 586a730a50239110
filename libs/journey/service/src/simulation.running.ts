import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { EventHistory } from '@tenure/event-store';
import type { JourneyEvent } from '@tenure/journey-contract';
import { messagingRules, namedNowhere, simulateCustomer, type TriedJourney } from '@tenure/journey-core';
import { DEFAULT_POLICY_IDS, PolicyBook, type JourneyContent } from '@tenure/policy-contract';
import { messagingPolicies } from './messaging.reading';
import { customerHistories } from './simulation.histories';

/** Of the whole log; a history of tens of millions of events takes minutes. */
const LONGEST_MS = 1_800_000;

/** Between two turns of other requests. */
const CUSTOMERS_AT_ONCE = 100;

/** From the first moment on, up to the last, excluded; ISO 8601. */
export interface SimulatedTime {
  readonly from: string;
  readonly until: string;
}

/** What versions of a journey would have come to on the whole history. */
@Injectable()
export class JourneySimulating {
  constructor(
    @Inject(EventHistory) private readonly history: EventHistory,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
  ) {}

  /** Every customer of whom anything is recorded, with what each of the journeys would have recorded of them. */
  async each(
    journeys: readonly TriedJourney[],
    time: SimulatedTime,
    take: (customerId: string, found: readonly (readonly JourneyEvent[])[]) => void,
  ): Promise<void> {
    const messagingAt = messagingRules(await messagingPolicies(this.policies));
    let customers = 0;
    for await (const { customerId, events } of customerHistories(this.history, AbortSignal.timeout(LONGEST_MS))) {
      take(
        customerId,
        journeys.map((journey) => simulateCustomer({ journey, messagingAt, ...time }, customerId, events)),
      );
      customers += 1;
      if (customers % CUSTOMERS_AT_ONCE === 0) await setImmediate();
    }
  }

  /** What has to be known to read the result: what the journey names that is nowhere to be found at a moment. */
  async notes(content: JourneyContent, at: string): Promise<readonly string[]> {
    const { lifecycle: lifecycleId, recipients: recipientsId } = DEFAULT_POLICY_IDS;
    const [lifecycle, recipients] = await Promise.all([
      this.policies.inForce('lifecycle', lifecycleId, at),
      this.policies.inForce('recipients', recipientsId, at),
    ]);
    return namedNowhere(content, lifecycle?.content, recipients?.content);
  }
}
