import type { VerificationPlan, VerificationResult } from '@tenure/improvement-contract';
import { judge, judgeAgain, type ImprovementPolicy } from '@tenure/improvement-core';
import type { MetricReader, MetricValue, MetricWindow } from '@tenure/metric-contract';

type Judged = Pick<VerificationPlan, 'metricId' | 'segment' | 'baseline' | 'observation' | 'target' | 'smallestSample'>;

/**
 * Measures the two windows of a plan and judges. Each is measured as it was known at its own end: cases of the baseline are not
 * given more time to be resolved in than those of the observation.
 */
export async function verify(
  metrics: MetricReader,
  plan: Judged,
  policy: ImprovementPolicy,
  position?: bigint,
): Promise<VerificationResult> {
  const { metricId, segment } = plan;
  const questions = [plan.baseline, plan.observation].map((window) => ({ metricId, segment, window }));
  const [baseline, observed] = await metrics.measureAll(questions, position);
  if (!baseline || !observed) throw new Error(`${metricId} was not measured`);
  return judge(plan, baseline, observed, groundOf(policy));
}

/** Measures a later window against what was observed then. */
export async function verifyAgain(
  metrics: MetricReader,
  plan: Judged,
  { then, window }: { readonly then: MetricValue; readonly window: MetricWindow },
  policy: ImprovementPolicy,
  position?: bigint,
): Promise<VerificationResult> {
  const { metricId, segment } = plan;
  const later = await metrics.measure({ metricId, segment, window }, position);
  const { times } = policy.content.verification.regression;
  return judgeAgain(plan, then, later, { ...groundOf(policy), looks: times });
}

const groundOf = ({ policyId, version, content }: ImprovementPolicy) => ({
  confidencePercent: content.verification.confidencePercent,
  policy: { policyId, version },
});
