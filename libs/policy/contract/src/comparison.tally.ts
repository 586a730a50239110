import { MOST_COMPARED_EXAMPLES, type ComparedExample, type PolicyComparison } from './policy.comparator';

/** Adds up, one by one, what would be otherwise under a draft. */
export class ComparisonTally {
  readonly #examples: ComparedExample[] = [];
  readonly #changes = new Map<string, { readonly from: string; readonly to: string; count: number }>();
  #looked = 0;
  #changed = 0;

  /** Something was looked at, whatever comes of it. */
  looked(): void {
    this.#looked++;
  }

  /** What was looked at would be otherwise; the example may say more of it than what is counted. */
  changed(from: string, to: string, example: ComparedExample): void {
    this.#changed++;
    const key = JSON.stringify([from, to]);
    const change = this.#changes.get(key) ?? { from, to, count: 0 };
    change.count++;
    this.#changes.set(key, change);
    if (this.#examples.length < MOST_COMPARED_EXAMPLES) this.#examples.push(example);
  }

  /** `of` says what was looked at. */
  result(of: string, notes: readonly string[]): PolicyComparison {
    return {
      of,
      looked: this.#looked,
      changed: this.#changed,
      changes: [...this.#changes.values()].sort((one, other) => other.count - one.count),
      examples: this.#examples,
      ...(notes.length > 0 && { notes }),
    };
  }
}
