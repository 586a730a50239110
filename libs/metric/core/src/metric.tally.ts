import { METRICS, type MetricQuestion, type MetricValue } from '@tenure/metric-contract';
import { meanInterval, wilsonInterval, type Interval } from '@tenure/statistics';

const CONFIDENCE = 0.95;

/** Adds observations up to a value: of a share 1 for each success and 0 for the others, of a mean the values themselves. */
export class MetricTally {
  #n = 0;
  #mean = 0;
  /** Sum of the squared deviations from the mean (B. P. Welford, Technometrics 4, 1962): nothing large is subtracted. */
  #squares = 0;
  #successes = 0;
  readonly #besides = new Map<string, number>();

  constructor(private readonly question: MetricQuestion) {}

  add(value: number): void {
    this.#n++;
    this.#successes += value;
    const off = value - this.#mean;
    this.#mean += off / this.#n;
    this.#squares += off * (value - this.#mean);
  }

  /** Counts what belongs to the definition beside the value. */
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
    const [n, successes] = [this.#n, this.#successes];
    const spread = { kind: 'share', successes } as const;
    if (n === 0) return { value: null, interval: null, spread };
    const { low, high } = wilsonInterval({ successes, n }, CONFIDENCE);
    return { value: (100 * successes) / n, interval: { low: 100 * low, high: 100 * high }, spread };
  }

  #average(): Counted {
    const [n, mean] = [this.#n, this.#mean];
    const deviation = n < 2 ? 0 : Math.sqrt(this.#squares / (n - 1));
    const spread = { kind: 'mean', deviation } as const;
    if (n === 0) return { value: null, interval: null, spread };
    return { value: mean, interval: meanInterval({ n, mean, deviation }, CONFIDENCE) ?? null, spread };
  }
}

interface Counted extends Pick<MetricValue, 'value' | 'spread'> {
  readonly interval: Interval | null;
}
