import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject, Injectable } from '@nestjs/common';
import { emptyStream, loadStream, type LoadedStream } from '@tenure/event-store';
import { noPolicy, type Policy } from '@tenure/policy-core';
import { policyAggregate } from './policy.aggregate';

/** Policies as their streams have them at the moment of asking: what is known of a stream is kept, the rest read. */
@Injectable()
export class PolicyStreams {
  readonly #known = new Map<string, LoadedStream<Policy>>();

  constructor(@Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient) {}

  /** Without kind where there is no such policy. Throws the event store's typed errors. */
  async load(policyId: string): Promise<Policy> {
    const base = this.#known.get(policyId) ?? emptyStream(noPolicy);
    const stream = `${policyAggregate.category}-${policyId}`;
    const loaded = await loadStream(this.eventStore, policyAggregate, stream, base);
    // Ids that nobody has given to a policy are not kept: they come from outside, and have no end.
    if (loaded.revision !== 'no_stream') this.#known.set(policyId, loaded);
    return loaded.state;
  }
}
