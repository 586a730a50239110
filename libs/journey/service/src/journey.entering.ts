import { type CustomerFactsReader } from '@tenure/behaviour-contract';
import { type CustomerDirectory } from '@tenure/customer-contract';
import { happenedAt, standingOf, type JourneyCause } from '@tenure/journey-core';
import type { Recorded } from '@tenure/kernel';
import type { PublishedPolicy } from '@tenure/policy-contract';
import { isNews, stillHolds } from './journey.news';
import type { JourneySending } from './journey.sending';
import type { LiveJourneys } from './live.journeys';

export interface JourneyEnteringParts {
  readonly facts: CustomerFactsReader;
  readonly customers: CustomerDirectory;
  readonly journeys: LiveJourneys;
  readonly sending: JourneySending;
  /** ISO 8601. */
  readonly now: () => string;
}

interface Entry {
  readonly cause: Recorded<JourneyCause>;
  readonly journey: PublishedPolicy<'journey'>;
}

/** Has customers enter the journeys that events give reason for: once for each event, however often it is asked to. */
export class JourneyEntering {
  constructor(private readonly parts: JourneyEnteringParts) {}

  /** Resolves once all entries, and the refusals of those that may not be, are durable. */
  async enter(causes: readonly Recorded<JourneyCause>[]): Promise<void> {
    const { journeys, facts, customers, now } = this.parts;
    const at = now();
    const entries = causes
      .filter((cause) => isNews(cause, at))
      .flatMap((cause) => journeys.triggeredBy(cause).map((journey): Entry => ({ cause, journey })));
    const newest = entries.at(-1)?.cause.position;
    if (newest === undefined) return;
    const customerIds = [...new Set(entries.map(({ cause }) => cause.data.customerId))];
    const [known, addresses] = await Promise.all([
      facts.factsAt(customerIds, at, newest),
      customers.find(customerIds, newest),
    ]);
    await Promise.all(
      entries.map(async ({ cause, journey }) => {
        const { customerId } = cause.data;
        const ownFacts = known.get(customerId) ?? {};
        if (!stillHolds(cause, ownFacts)) return;
        const outcome = await this.parts.sending.send(
          {
            type: 'EnterJourney',
            customerId,
            journeyId: journey.policyId,
            version: journey.version,
            causeEventId: cause.id,
            facts: ownFacts,
            standing: standingOf(addresses.get(customerId)),
            occurredAt: happenedAt(cause),
          },
          { correlationId: cause.metadata.correlationId, causationId: cause.id },
        );
        if (outcome.status === 'rejected')
          throw new Error(`${journey.policyId} could not be entered by ${customerId}: ${outcome.code}`);
      }),
    );
  }
}
