import { instant } from '@tenure/kernel';
import type { MetricWindow } from '@tenure/metric-contract';
import type { VerificationRules } from '@tenure/policy-contract';

const DAY_MS = 86_400_000;

/**
 * The window in which an effective measure is measured again, after `since`, the end of the one before: as long as the observation,
 * so that they compare, and without a moment that has been judged before. It ends after so many days as the rules
 * say, or, where the observation was longer, as that.
 */
export function periodAfter(
  since: string,
  observation: MetricWindow,
  { everyDays }: VerificationRules['regression'],
): MetricWindow {
  const lengthMs = Date.parse(observation.until) - Date.parse(observation.from);
  const until = Date.parse(since) + Math.max(lengthMs, everyDays * DAY_MS);
  return { from: instant(until - lengthMs), until: instant(until) };
}
