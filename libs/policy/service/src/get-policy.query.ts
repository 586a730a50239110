import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readHistory, type Stored } from '@tenure/event-store';
import { inForce } from '@tenure/policy-contract';
import { policyAggregate } from './policy.aggregate';
import { shownDraft, shownVersions } from './policy.showing';
import { PolicyStreams } from './policy.streams';
import type { PolicyStepView, PolicyView } from './policy.view';

/** Straight from the policy's stream, so never behind; undefined where there is no such policy. */
export class GetPolicy extends Query<PolicyView | undefined> {
  constructor(
    readonly policyId: string,
    /** ISO 8601: the moment for which a version is in force. */
    readonly at: string,
  ) {
    super();
  }
}

@QueryHandler(GetPolicy)
export class GetPolicyHandler implements IQueryHandler<GetPolicy> {
  constructor(
    @Inject(PolicyStreams) private readonly streams: PolicyStreams,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
  ) {}

  async execute({ policyId, at }: GetPolicy): Promise<PolicyView | undefined> {
    const { kind, versions, draft } = await this.streams.load(policyId);
    if (kind === undefined) return undefined;
    const stored = await readHistory(this.eventStore, [`${policyAggregate.category}-${policyId}`]);
    return {
      policyId,
      kind,
      inForce: inForce(shownVersions(versions), at) ?? null,
      draft: draft ? shownDraft(draft) : null,
      nextVersion: versions.length + 1,
      steps: stored.map(stepOf).reverse(),
    };
  }
}

/** All steps have these fields; the stream could not have been loaded otherwise. */
function stepOf({ type, data, metadata, position }: Stored): PolicyStepView {
  const { version, by } = data as { readonly version: number; readonly by: string };
  return { type, version, by, at: metadata.occurredAt, position: `${position}` };
}
