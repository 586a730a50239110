import type { TierInputs, TierPolicy } from '@tenure/tier-contract';
import { addMonths, endOfWindow } from './calendar';
import type { CustomerFacts } from './customer.facts';
import { matchOf } from './tier.criteria';
import { cooperationAt, inputsAt } from './tier.inputs';

/**
 * The earliest moment after `now` (ISO 8601) at which time alone gives another tier than now: spend enters or leaves the
 * window, a length of cooperation is reached. While an override holds, the moment of its end. Undefined where time
 * alone changes nothing any more. Other versions of the policy are not looked at. ISO 8601 UTC.
 */
export function nextReviewAt(
  policy: TierPolicy,
  facts: CustomerFacts,
  now: string,
  overriddenUntil?: string,
): string | undefined {
  const nowMs = Date.parse(now);
  if (overriddenUntil !== undefined && Date.parse(overriddenUntil) > nowMs) return isoOf(Date.parse(overriddenUntil));
  const inputs = inputsAt(facts, policy, now);
  const tier = tierOf(policy, inputs);
  let spendMinor = inputs.spendMinor;
  for (const [atMs, changeMinor] of changesAfter(policy, facts, nowMs)) {
    spendMinor += changeMinor;
    if (tierOf(policy, { ...inputs, ...cooperationAt(facts, atMs), spendMinor }) !== tier) return isoOf(atMs);
  }
  return undefined;
}

const tierOf = (policy: TierPolicy, inputs: TierInputs): string =>
  matchOf(policy, inputs)?.rule.tier ?? policy.defaultTier;

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** Every later moment at which an input changes, in order, with the change of the spend. */
function changesAfter(policy: TierPolicy, facts: CustomerFacts, nowMs: number): (readonly [number, number])[] {
  const changes = new Map<number, number>();
  const add = (atMs: number, changeMinor: number): void => {
    if (atMs > nowMs) changes.set(atMs, (changes.get(atMs) ?? 0) + changeMinor);
  };
  for (const { countsFromMs, datedMs, amountMinor, currency } of facts.entries) {
    const endsAtMs = endOfWindow(datedMs, policy.spendWindow);
    if (currency !== policy.currency || countsFromMs >= endsAtMs) continue;
    add(countsFromMs, amountMinor);
    add(endsAtMs, -amountMinor);
  }
  for (const atMs of cooperationMoments(policy, facts)) add(atMs, 0);
  return [...changes].sort(([a], [b]) => a - b);
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
