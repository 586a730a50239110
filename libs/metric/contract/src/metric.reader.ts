import type { MetricQuestion, MetricValue } from './metric.catalogue';

/** Measures from what happened. A Nest token; metric-service binds it. */
export abstract class MetricReader {
  /** Waits for the read models to reach the position of the log, where one is given. */
  abstract measure(question: MetricQuestion, position?: bigint): Promise<MetricValue>;
}
