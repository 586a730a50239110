import type { JourneyEvent } from '@tenure/journey-contract';
import { MOST_COMPARED_EXAMPLES, type PolicyComparison } from '@tenure/policy-contract';
import { runsIn, type SimulatedRun } from './simulation.tally';

const NOT_REACHED = 'not reached';

/** Adds up what would have been otherwise, customer by customer. */
export class JourneyComparison {
  #looked = 0;
  #changed = 0;
  readonly #changes = new Map<string, { from: string; to: string; count: number }>();
  readonly #examples: PolicyComparison['examples'][number][] = [];

  /** The same customer under what is in force and under the draft. */
  add(customerId: string, before: readonly JourneyEvent[], after: readonly JourneyEvent[]): void {
    this.#looked += 1;
    if (timesOf(before) === timesOf(after)) return;
    const [from, way] = [waysOf(before), waysOf(after)];
    const to = way === from ? `${way}, at other times` : way;
    this.#changed += 1;
    const change = this.#changes.get(`${from} ${to}`) ?? { from, to, count: 0 };
    this.#changes.set(`${from} ${to}`, { ...change, count: change.count + 1 });
    if (this.#examples.length < MOST_COMPARED_EXAMPLES) this.#examples.push({ id: customerId, customerId, from, to });
  }

  result(notes: readonly string[]): PolicyComparison {
    const changes = [...this.#changes.values()].sort((one, other) => other.count - one.count);
    return { of: 'customers', looked: this.#looked, changed: this.#changed, changes, examples: this.#examples, notes };
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
