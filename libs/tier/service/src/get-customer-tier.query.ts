import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readHistory, UnreadableEventError } from '@tenure/event-store';
import { tierCodec, type TierEvent } from '@tenure/tier-contract';
import { tierAggregate } from './tier.aggregate';
import type { CustomerTierView, TierChangeView } from './tier.view';

/** Straight from the customer's tier stream, so never behind; undefined where no tier was ever given. */
export class GetCustomerTier extends Query<CustomerTierView | undefined> {
  constructor(readonly customerId: string) {
    super();
  }
}

@QueryHandler(GetCustomerTier)
export class GetCustomerTierHandler implements IQueryHandler<GetCustomerTier> {
  constructor(@Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient) {}

  async execute({ customerId }: GetCustomerTier): Promise<CustomerTierView | undefined> {
    const stored = await readHistory(this.eventStore, [`${tierAggregate.category}-${customerId}`]);
    const changes = stored
      .map(({ type, data, metadata, stream, revision, position }) => {
        const decoded = tierCodec.decode(type, metadata.schemaVersion, data);
        if (!decoded.known) throw new UnreadableEventError(stream, revision, decoded.reason);
        return { ...changeOf(decoded.event), position: `${position}` };
      })
      .reverse();
    const [newest] = changes;
    if (!newest) return undefined;
    const { to: tier, at: since, reasons, until: overriddenUntil = null } = newest;
    return { customerId, tier, since, reasons, overriddenUntil, changes };
  }
}

function changeOf({ type, data }: TierEvent): Omit<TierChangeView, 'position'> {
  switch (type) {
    case 'TierAssigned':
      return { type, at: data.judgedAt, from: null, to: data.tier, ...judgement(data) };
    case 'TierChanged':
      return { type, at: data.judgedAt, from: data.from, to: data.to, ...judgement(data) };
    case 'TierOverridden': {
      const { overriddenAt: at, from = null, tier: to, by, reason, until } = data;
      return { type, at, from, to, by, until, reasons: [reason] };
    }
    case 'TierOverrideEnded': {
      const { endedAt: at, from, to = null, by, cause, reason = 'Its time had come.' } = data;
      return { type, at, from, to, ...(cause === 'ended' && { by }), reasons: [reason] };
    }
  }
}

type Judged = Extract<TierEvent, { type: 'TierAssigned' | 'TierChanged' }>['data'];

const judgement = ({ policyId, policyVersion, inputs, reasons }: Judged) => ({
  policyId,
  policyVersion,
  inputs,
  reasons,
});
