export {
  METRIC_IDS,
  type MetricId,
  type MetricQuestion,
  type MetricSegment,
  type MetricValue,
  type MetricWindow,
} from './metric.catalogue';
export { MetricReader } from './metric.reader';
