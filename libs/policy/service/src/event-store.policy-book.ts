import { Inject, Injectable } from '@nestjs/common';
import { ofKind, PolicyBook, type PolicyDraft, type PolicyKind, type PublishedPolicy } from '@tenure/policy-contract';
import { PolicyStreams } from './policy.streams';

@Injectable()
export class EventStorePolicyBook extends PolicyBook {
  constructor(@Inject(PolicyStreams) private readonly streams: PolicyStreams) {
    super();
  }

  async versions<Kind extends PolicyKind>(kind: Kind, policyId: string): Promise<readonly PublishedPolicy<Kind>[]> {
    const { versions } = await this.streams.load(policyId);
    return ofKind(versions, kind);
  }

  async draft(policyId: string): Promise<PolicyDraft | undefined> {
    return (await this.streams.load(policyId)).draft;
  }
}
