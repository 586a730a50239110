import { Inject, Injectable } from '@nestjs/common';
import { DEFAULT_POLICY_IDS, inForce, PolicyBook, type PublishedPolicy } from '@tenure/policy-contract';
import { refused } from './churn.statuses';

export const CHURN_POLICY_ID = DEFAULT_POLICY_IDS['churn-model'];

type ChurnPolicy = PublishedPolicy<'churn-model'>;

/** The versions of the model by which customers are scored. */
@Injectable()
export class ChurnPolicies {
  constructor(@Inject(PolicyBook) private readonly policies: PolicyBook) {}

  /** The oldest first. */
  versions(): Promise<readonly ChurnPolicy[]> {
    return this.policies.versions('churn-model', CHURN_POLICY_ID);
  }

  /** Throws ProblemError where nothing is in force. */
  async inForce(at: string): Promise<ChurnPolicy> {
    const policy = inForce(await this.versions(), at);
    if (!policy) throw refused('churn-model-not-found', `No version of ${CHURN_POLICY_ID} is in force`);
    return policy;
  }
}
