import type { TierInputs, TierPolicy } from '@tenure/tier-contract';
import { addMonths, endOfWindow } from './calendar';
import type { CustomerFacts } from './customer.facts';
import { matchOf } from './tier.criteria';
import { cooperationAt, inputsAt } from './tier.inputs';

/**
 * The earliest moment after `now` (ISO 8601) at which time alone gives another tier than now: spend enters or leaves the
 * window, a length of cooperation is reached; `held` is the tier that the policy gave before. While an override holds, the moment of its end. Undefined where time
 * alone changes nothing any more. Other versions of the policy are not looked at. ISO 8601 UTC.
 */
export function nextReviewAt(
  policy: TierPolicy,
  facts: CustomerFacts,
  now: string,
  overriddenUntil?: string,
  held?: string,
): string | undefined {
  const nowMs = Date.parse(now);
  if (overriddenUntil !== undefined && Date.parse(overriddenUntil) > nowMs) return isoOf(Date.parse(overriddenUntil));
  const inputs = inputsAt(facts, policy, now);
  const tier = tierOf(policy, inputs, held);
  const changes = changesAfter(policy, facts, nowMs);
  let spendMinor = inputs.spendMinor;
  for (const [index, change] of changes.entries()) {
    spendMinor += change.spendMinor;
    const { atMs } = change;
    if (changes[index + 1]?.atMs === atMs) continue;
    if (tierOf(policy, { ...inputs, ...cooperationAt(facts, atMs), spendMinor }, tier) !== tier) return isoOf(atMs);
  }
  return undefined;
}

const tierOf = (policy: TierPolicy, inputs: TierInputs, held: string | undefined): string =>
  matchOf(policy, inputs, held)?.rule.tier ?? policy.defaultTier;

const isoOf = (ms: number): string => new Date(ms).toISOString();

interface Change {
  readonly atMs: number;
  readonly spendMinor: number;
}

/** Every later change of an input, in order. */
function changesAfter(policy: TierPolicy, facts: CustomerFacts, nowMs: number): readonly Change[] {
  const changes: Change[] = cooperationMoments(policy, facts).map((atMs) => ({ atMs, spendMinor: 0 }));
  for (const { countsFromMs, datedMs, amountMinor, currency } of facts.entries) {
    const endsAtMs = endOfWindow(datedMs, policy.spendWindow);
    if (currency !== policy.currency || endsAtMs <= Math.max(countsFromMs, nowMs)) continue;
    if (countsFromMs > nowMs) changes.push({ atMs: countsFromMs, spendMinor: amountMinor });
    changes.push({ atMs: endsAtMs, spendMinor: -amountMinor });
  }
  return changes.filter(({ atMs }) => atMs > nowMs).sort((a, b) => a.atMs - b.atMs);
}

function cooperationMoments(policy: TierPolicy, facts: CustomerFacts): number[] {
  const since = facts.cooperationSince ?? facts.firstPurchase?.day;
  if (since === undefined) return [];
  const bounds = policy.tiers.flatMap(({ anyOf }) =>
    anyOf.flatMap(({ allOf }) =>
      allOf.flatMap((criterion) =>
        criterion.fact === 'cooperationMonths' ? [criterion.atLeast ?? 0, criterion.below ?? 0] : [],
      ),
    ),
  );
  return [...new Set(bounds)].map((months) => addMonths(Date.parse(since), months));
}
