import type { TierInputs, TierPolicy } from '@tenure/tier-contract';
import { endOfWindow, fullMonthsBetween } from './calendar';
import type { CustomerFacts } from './customer.facts';

/** What a policy sees of a customer at a moment (ISO 8601); documents dated later do not count yet. */
export function inputsAt(facts: CustomerFacts, policy: TierPolicy, at: string): TierInputs {
  const atMs = Date.parse(at);
  let spendMinor = 0;
  const uncounted = new Set<string>();
  for (const { countsFromMs, datedMs, amountMinor, currency } of facts.entries) {
    if (countsFromMs > atMs) break;
    if (endOfWindow(datedMs, policy.spendWindow) <= atMs) continue;
    if (currency === policy.currency) spendMinor += amountMinor;
    else uncounted.add(currency);
  }
  const inputs = {
    spendMinor,
    currency: policy.currency,
    ...cooperationAt(facts, atMs),
    growthPotential: facts.growthPotential,
  };
  return uncounted.size > 0 ? { ...inputs, uncountedCurrencies: [...uncounted].sort() } : inputs;
}

/** Cooperation begins on the day that was told, else on the day of the first purchase; days begin at midnight UTC. */
export function cooperationAt(
  facts: CustomerFacts,
  atMs: number,
): Pick<TierInputs, 'cooperationSince' | 'cooperationMonths'> {
  const first = facts.firstPurchase;
  const cooperationSince = facts.cooperationSince ?? (first && first.countsFromMs <= atMs ? first.day : undefined);
  if (cooperationSince === undefined) return { cooperationMonths: 0 };
  return { cooperationSince, cooperationMonths: fullMonthsBetween(Date.parse(cooperationSince), atMs) };
}
