export {
  METRIC_IDS,
  type MetricId,
  type MetricQuestion,
  type MetricSegment,
  type MetricValue,
  type MetricWindow,
} from './metric.catalogue';
export type { MetricDefinition } from './metric.definition';
export { METRICS, type CaseMetricId, type CustomerMetricId, type SurveyMetricId } from './metric.definitions';
export { MetricSegmentFields, MetricWindowFields } from './metric.fields';
export { comparisonFlaw, questionFlaw, segmentFlaw } from './metric.flaw';
export { MetricMonths, type ObservedMonth } from './metric.months';
export { MetricQuestionError, MetricReader } from './metric.reader';
export { MetricIntervalView, MetricSpreadView, MetricValueView } from './metric-value.view';
