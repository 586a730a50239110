import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { shownVersions } from './policy.showing';
import { PolicyStreams } from './policy.streams';
import type { PolicyVersionView } from './policy.view';

/** Every published version, the oldest first; straight from the stream, so never behind. */
export class ListPolicyVersions extends Query<readonly PolicyVersionView[]> {
  constructor(readonly policyId: string) {
    super();
  }
}

@QueryHandler(ListPolicyVersions)
export class ListPolicyVersionsHandler implements IQueryHandler<ListPolicyVersions> {
  constructor(@Inject(PolicyStreams) private readonly streams: PolicyStreams) {}

  async execute({ policyId }: ListPolicyVersions): Promise<readonly PolicyVersionView[]> {
    return shownVersions((await this.streams.load(policyId)).versions);
  }
}
