import { Inject, Injectable } from '@nestjs/common';
import { inForce, ofKind, PolicyBook, type PolicyKind, type PublishedPolicy } from '@tenure/policy-contract';
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

  async inForce<Kind extends PolicyKind>(
    kind: Kind,
    policyId: string,
    at: string,
  ): Promise<PublishedPolicy<Kind> | undefined> {
    return inForce(await this.versions(kind, policyId), at);
  }

  async version<Kind extends PolicyKind>(
    kind: Kind,
    policyId: string,
    version: number,
  ): Promise<PublishedPolicy<Kind> | undefined> {
    return (await this.versions(kind, policyId)).find((one) => one.version === version);
  }
}
