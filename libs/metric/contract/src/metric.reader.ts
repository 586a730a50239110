import type { MetricQuestion, MetricValue } from './metric.catalogue';

/** Measures from what happened. A Nest token; metric-service binds it. */
export abstract class MetricReader {
  /**
   * One value for each question, in the order of the questions. All are answered from one pass over what happened, so that a
   * report asks once for all that it says. Waits for the read models to reach the position of the log, where one is given.
   * Throws MetricQuestionError where a question cannot be answered by its definition, such as a label of a resolution time.
   */
  abstract measureAll(questions: readonly MetricQuestion[], position?: bigint): Promise<readonly MetricValue[]>;

  async measure(question: MetricQuestion, position?: bigint): Promise<MetricValue> {
    const [value] = await this.measureAll([question], position);
    if (!value) throw new Error(`no value of ${question.metricId}`);
    return value;
  }
}

/** The question makes no sense; `flaw` says why, in a sentence. */
export class MetricQuestionError extends Error {
  constructor(readonly flaw: string) {
    super(flaw);
  }
}
