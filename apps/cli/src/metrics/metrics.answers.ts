interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A metric of the catalogue, as the API shows it. */
export interface Metric {
  readonly metricId: string;
  readonly title: Words;
  readonly definition: Words;
  readonly unit: string;
  readonly better: string;
  readonly segments: readonly string[];
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface MetricValue {
  readonly metricId: string;
  readonly window: { readonly from: string; readonly until: string };
  readonly asOf: string;
  readonly n: number;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly besides?: Readonly<Record<string, number>>;
}

/** What a measure was found to be worth. */
export interface VerificationResult {
  readonly verdict: string;
  readonly observed: MetricValue;
  readonly reason: Words;
}

export interface SimulatedVerification {
  readonly result: VerificationResult;
  readonly later: readonly VerificationResult[];
}
