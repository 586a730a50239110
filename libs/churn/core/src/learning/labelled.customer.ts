import { holds, type Condition, type Facts } from '@tenure/behaviour-contract';
import { factsAt } from '@tenure/behaviour-facts';
import { startOf, type Snapshot } from './learning.period';
import type { SnapshotBehaviours } from './snapshot.behaviours';

/** What was known of a customer on a day, and what came of it. */
export interface LabelledCustomer {
  readonly facts: Facts;
  /** Without an order in the days of the horizon, up to when it shows, and without a contract in force then. */
  readonly lost: boolean;
}

/** Of those of whom a condition holds on the day of the snapshot. */
export function labelledCustomers(
  behaviours: SnapshotBehaviours,
  { day, outcomeBy }: Snapshot,
  horizonDays: number,
  scored: Condition,
): LabelledCustomer[] {
  const [at, by] = [startOf(day), startOf(outcomeBy)];
  const labelled: LabelledCustomer[] = [];
  for (const [before, after] of behaviours.between(day, outcomeBy)) {
    const facts = factsAt(before, at);
    if (!holds(scored, facts)) continue;
    const { daysSinceLastOrder = Infinity, contractual } = factsAt(after, by);
    labelled.push({ facts, lost: daysSinceLastOrder > horizonDays && contractual !== true });
  }
  return labelled;
}
