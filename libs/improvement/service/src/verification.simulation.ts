import { Inject, Injectable } from '@nestjs/common';
import { Clock, fail, refuse } from '@tenure/http';
import type { VerificationPlan, VerificationResult } from '@tenure/improvement-contract';
import { periodAfter, refusalOfPlan, type ImprovementPolicy } from '@tenure/improvement-core';
import { isAfter } from '@tenure/kernel';
import { MetricReader } from '@tenure/metric-contract';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { measureRejectionStatuses } from './measure.statuses';
import { verify, verifyAgain } from './verification.measuring';

/** A plan as far as it is judged by. */
export interface SimulatedPlan {
  readonly startsOn: string;
  readonly dueOn: string;
  readonly verification: VerificationPlan;
}

export interface SimulatedVerification {
  readonly result: VerificationResult;
  /** What would have been found of an effective one later, up to the first that is not so any more. */
  readonly later: readonly VerificationResult[];
}

/** Judges a plan by data that are there already. Nothing is recorded. */
@Injectable()
export class VerificationSimulation {
  constructor(
    @Inject(MetricReader) private readonly metrics: MetricReader,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws ProblemError where the plan would be refused, or its observation is not over yet. */
  async run({ verification, ...days }: SimulatedPlan): Promise<SimulatedVerification> {
    const { until } = verification.observation;
    const policy = await this.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, until);
    if (!policy) throw fail('not-found', `No policy of improvement is in force at ${until}`);
    const refusal = refusalOfPlan({ verification, ...days }, policy);
    if (refusal && !refusal.accepted) throw refused(refusal.code, refusal.detail);
    if (isAfter(until, this.clock.now())) {
      throw refused('measure-observation-not-over', `it is at ${until}: what will be then nobody knows`);
    }
    const result = await verify(this.metrics, verification, policy);
    return { result, later: await this.#later(verification, result, policy) };
  }

  async #later(
    plan: VerificationPlan,
    { verdict, observed: then }: VerificationResult,
    policy: ImprovementPolicy,
  ): Promise<readonly VerificationResult[]> {
    const later: VerificationResult[] = [];
    if (verdict !== 'effective') return later;
    const { regression } = policy.content.verification;
    let since = plan.observation.until;
    for (let period = 1; period <= regression.times; period++) {
      const window = periodAfter(since, plan.observation, regression);
      if (isAfter(window.until, this.clock.now())) break;
      const found = await verifyAgain(this.metrics, plan, { then, window }, policy);
      later.push(found);
      if (found.verdict === 'not-effective') break;
      since = window.until;
    }
    return later;
  }
}

const refused = (code: keyof typeof measureRejectionStatuses, detail: string | undefined) =>
  refuse(code, measureRejectionStatuses[code], detail);
