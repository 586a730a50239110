import { METRICS, type MetricQuestion, type MetricValue } from '@tenure/metric-contract';
import { meanInterval, wilsonInterval, type Interval } from '@tenure/statistics';

const CONFIDENCE = 0.95;

/**
 * Adds observations up to a value. These are whole numbers, and their sums exact, so that the order in which they come makes
 * no difference, not even in the last digit: 1 for each success of a share and 0 for the others, parts of its unit for a mean.
 */
export class MetricTally {
  #n = 0;
  #sum = 0;
  #squares = 0;
  /** What is beyond the whole numbers that a number holds exactly. */
  #squaresBeyond = 0n;
  readonly #besides = new Map<string, number>();

  /** @param partsOfUnit how many of the observations' parts make one of the metric's unit, such as milliseconds an hour */
  constructor(
    private readonly question: MetricQuestion,
    private readonly partsOfUnit = 1,
  ) {}

  add(parts: number): void {
    this.#n++;
    this.#sum += parts;
    const squares = this.#squares + parts * parts;
    if (squares <= Number.MAX_SAFE_INTEGER) this.#squares = squares;
    else this.#squaresBeyond += BigInt(parts) * BigInt(parts);
  }

  /** Counts what belongs to the definition beside the value, in whole numbers. */
  beside(name: string, amount = 1): void {
    this.#besides.set(name, (this.#besides.get(name) ?? 0) + amount);
  }

  get n(): number {
    return this.#n;
  }

  besides(name: string): number {
    return this.#besides.get(name) ?? 0;
  }

  value(besides: Readonly<Record<string, number>> = Object.fromEntries(this.#besides)): MetricValue {
    const { metricId, segment, window, asOf = window.until } = this.question;
    const asked = { metricId, segment, window, asOf, n: this.#n };
    const counted = METRICS[metricId].spread === 'share' ? this.#share() : this.#average();
    return { ...asked, ...counted, ...(Object.keys(besides).length > 0 && { besides }) };
  }

  #share(): Counted {
    const [n, successes] = [this.#n, this.#sum];
    const spread = { kind: 'share', successes } as const;
    if (n === 0) return { value: null, interval: null, spread };
    const { low, high } = wilsonInterval({ successes, n }, CONFIDENCE);
    return { value: (100 * successes) / n, interval: { low: 100 * low, high: 100 * high }, spread };
  }

  #average(): Counted {
    const n = this.#n;
    const mean = this.#sum / n / this.partsOfUnit;
    const deviation = this.#deviation();
    const spread = { kind: 'mean', deviation } as const;
    if (n === 0) return { value: null, interval: null, spread };
    return { value: mean, interval: meanInterval({ n, mean, deviation }, CONFIDENCE) ?? null, spread };
  }

  /** Of a sample; 0 of a single value, which does not vary. */
  #deviation(): number {
    const [n, sum] = [BigInt(this.#n), BigInt(this.#sum)];
    if (n < 2n) return 0;
    const squares = BigInt(this.#squares) + this.#squaresBeyond;
    return Math.sqrt(Number(n * squares - sum * sum) / Number(n * (n - 1n))) / this.partsOfUnit;
  }
}

interface Counted extends Pick<MetricValue, 'value' | 'spread'> {
  readonly interval: Interval | null;
}
