import type { JourneyEvent } from '@tenure/journey-contract';
import { ComparisonTally, type PolicyComparison } from '@tenure/policy-contract';
import { runsIn, type SimulatedRun } from './simulation.tally';

const NOT_REACHED = 'not reached';

/** Adds up what would have been otherwise, customer by customer. */
export class JourneyComparison {
  readonly #tally = new ComparisonTally();

  /** The same customer under what is in force and under the draft. */
  add(customerId: string, before: readonly JourneyEvent[], after: readonly JourneyEvent[]): void {
    this.#tally.looked();
    if (timesOf(before) === timesOf(after)) return;
    const [from, way] = [waysOf(before), waysOf(after)];
    const to = way === from ? `${way}, at other times` : way;
    this.#tally.changed(from, to, { id: customerId, customerId, from, to });
  }

  result(notes: readonly string[]): PolicyComparison {
    return this.#tally.result('customers', notes);
  }
}

/** What is sent to the customer and asked of people, such as `message welcome, task call`. */
function waysOf(events: readonly JourneyEvent[]): string {
  const runs = runsIn(events);
  return runs.length === 0 ? NOT_REACHED : runs.map(wayOf).join('; again: ');
}

function wayOf({ group, steps }: SimulatedRun): string {
  if (group === 'held-out') return 'held out';
  const seen = steps.filter(({ kind }) => kind !== 'wait' && kind !== 'branch');
  if (seen.length === 0) return 'entered, nothing sent';
  return seen
    .map(({ kind, stepId, suppressed }) => (suppressed ? `${stepId} suppressed: ${suppressed}` : `${kind} ${stepId}`))
    .join(', ');
}

const timesOf = (events: readonly JourneyEvent[]): string =>
  JSON.stringify(
    runsIn(events).map(({ group, enteredAt, steps, ended, endedAt }) => [group, enteredAt, steps, ended, endedAt]),
  );
