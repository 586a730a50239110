import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';

/** Clocks that days are counted on where no policy says which. */
const NO_TIME_ZONE = 'UTC';

/** On which clocks the days of measures begin and end. */
@Injectable()
export class ImprovementZone {
  constructor(@Inject(PolicyBook) private readonly policies: PolicyBook) {}

  /** By the policy in force at a moment (ISO 8601). */
  async at(moment: string): Promise<string> {
    const policy = await this.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, moment);
    return policy?.content.timeZone ?? NO_TIME_ZONE;
  }
}
