import type { MetricQuestion } from '@tenure/metric-contract';

/** What a question looks at: a window (epoch milliseconds, `until` not included), as it was known at a moment. */
export class Lens {
  readonly from: number;
  readonly until: number;
  readonly asOf: number;

  constructor({ window, asOf = window.until }: Pick<MetricQuestion, 'window' | 'asOf'>) {
    this.from = Date.parse(window.from);
    this.until = Date.parse(window.until);
    this.asOf = Date.parse(asOf);
  }

  get key(): string {
    return `${this.from}|${this.until}|${this.asOf}`;
  }

  /** Whether what happened then lies in the window and was known. */
  shows(at: number): boolean {
    return at >= this.from && at < this.until && at <= this.asOf;
  }

  /** The last moment that is known of the window. */
  get end(): number {
    return Math.min(this.until - 1, this.asOf);
  }
}
