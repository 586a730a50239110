import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { complaintCodec } from '@tenure/complaint-contract';
import { customerCodec } from '@tenure/customer-contract';
import { customerAsOf } from '@tenure/customer-core';
import { mergeCodecs, UnreadableEventError, type Stored } from '@tenure/event-store';
import { interactionCodec } from '@tenure/interaction-contract';
import type { DomainEvent } from '@tenure/kernel';
import { purchaseCodec } from '@tenure/purchase-contract';
import { tierCodec } from '@tenure/tier-contract';
import { CustomerEventsReader } from './customer.events.reader';
import type { CustomerAsOfView } from './customer-history.view';

/** Up to when: what happened until then (`asOf`), what was recorded until then (`asOfPosition`), or both. */
export interface Moment {
  /** ISO 8601 with offset. */
  readonly asOf?: string;
  /** Position in the log. */
  readonly asOfPosition?: string;
}

/** One customer as of a moment, folded from the events; undefined where nothing was known of them. */
export class GetCustomerAsOf extends Query<CustomerAsOfView | undefined> {
  constructor(
    readonly customerId: string,
    readonly moment: Moment,
  ) {
    super();
  }
}

@QueryHandler(GetCustomerAsOf)
export class GetCustomerAsOfHandler implements IQueryHandler<GetCustomerAsOf> {
  constructor(@Inject(CustomerEventsReader) private readonly events: CustomerEventsReader) {}

  async execute({ customerId, moment }: GetCustomerAsOf): Promise<CustomerAsOfView | undefined> {
    const { asOf, asOfPosition } = moment;
    const stored = await this.events.read(customerId, { upTo: asOfPosition, occurredUpTo: asOf });
    if (stored.length === 0) return undefined;
    return { ...moment, ...customerAsOf(customerId, stored.flatMap(decoded)) };
  }
}

const codec = mergeCodecs([customerCodec, purchaseCodec, interactionCodec, complaintCodec, tierCodec]);
const known: ReadonlySet<string> = new Set(codec.types);

/** Events of other domains are passed over; half of a history is never taken for the whole. */
function decoded({ type, data, metadata, stream, revision }: Stored): DomainEvent[] {
  if (!known.has(type)) return [];
  const event = codec.decode(type, metadata.schemaVersion, data);
  if (!event.known) throw new UnreadableEventError(stream, revision, event.reason);
  return [event.event];
}
