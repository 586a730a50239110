import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readHistory, UnreadableEventError, type Stored } from '@tenure/event-store';
import { tierPolicyCodec } from '@tenure/tier-contract';
import { DataSource } from 'typeorm';
import { tierPolicyAggregate } from './tier.aggregate';
import { TierAutomationState } from './tier-review.entity';
import type { TierPolicyView } from './tier-policy.view';

/** Every published version, policy by policy, the oldest first. */
export class ListTierPolicies extends Query<readonly TierPolicyView[]> {
  constructor(
    /** All policies that the automation judges by, where it is left out. */
    readonly policyId: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ListTierPolicies)
export class ListTierPoliciesHandler implements IQueryHandler<ListTierPolicies> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
  ) {}

  async execute({ policyId }: ListTierPolicies): Promise<readonly TierPolicyView[]> {
    const policyIds = policyId === undefined ? await this.#known() : [policyId];
    const streams = policyIds.map((id) => `${tierPolicyAggregate.category}-${id}`);
    const stored = await readHistory(this.eventStore, streams);
    return stored.map(policyOf).sort((a, b) => compare(a.policyId, b.policyId) || a.version - b.version);
  }

  async #known(): Promise<readonly string[]> {
    const states = await this.dataSource.getRepository(TierAutomationState).find();
    return states.flatMap(({ policies }) => Object.keys(policies));
  }
}

function policyOf({ type, data, metadata, stream, revision }: Stored): TierPolicyView {
  const decoded = tierPolicyCodec.decode(type, metadata.schemaVersion, data);
  if (!decoded.known) throw new UnreadableEventError(stream, revision, decoded.reason);
  return decoded.event.data;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
