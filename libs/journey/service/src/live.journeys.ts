import { happenedAt, isTriggeredBy, messagingRules, type JourneyCause, type JourneyRules } from '@tenure/journey-core';
import { inForce, type PolicyBook, type PublishedPolicy } from '@tenure/policy-contract';
import type { VoucherCodes } from '@tenure/voucher-contract';
import { messagingPolicies } from './messaging.reading';

const NO_RULES = { contentOf: () => undefined, messagingAt: () => undefined };

/** The published journeys, and what messages are sent by, in memory. */
export class LiveJourneys {
  readonly #journeyIds = new Set<string>();
  #versions: ReadonlyMap<string, readonly PublishedPolicy<'journey'>[]> = new Map();
  #rules: JourneyRules;

  constructor(
    private readonly policies: PolicyBook,
    codes: VoucherCodes,
  ) {
    this.#rules = { ...NO_RULES, voucherCodeOf: (voucherId) => codes.codeOf(voucherId) };
  }

  /** As of the last reading. */
  get rules(): JourneyRules {
    return this.#rules;
  }

  /** Those that are entered for an event, in the version that was in force when it happened. */
  triggeredBy(cause: JourneyCause): readonly PublishedPolicy<'journey'>[] {
    return [...this.#versions.values()].flatMap((versions) => {
      const journey = inForce(versions, happenedAt(cause));
      return journey && isTriggeredBy(journey.content.trigger, cause) ? [journey] : [];
    });
  }

  /** Reads all that is published of these and of those known before. */
  async read(journeyIds: Iterable<string>): Promise<void> {
    for (const id of journeyIds) this.#journeyIds.add(id);
    const ids = [...this.#journeyIds].sort();
    const journeys = await Promise.all(ids.map((id) => this.policies.versions('journey', id)));
    this.#versions = new Map(ids.map((id, index) => [id, journeys[index] ?? []]));
    const messagingAt = messagingRules(await messagingPolicies(this.policies));
    const { voucherCodeOf } = this.#rules;
    this.#rules = {
      contentOf: (journeyId, version) =>
        this.#versions.get(journeyId)?.find((journey) => journey.version === version)?.content,
      messagingAt,
      voucherCodeOf,
    };
  }
}
