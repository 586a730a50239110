export { anyMetricHistory, anyMoment, anyProduct, anyTier } from './any.history';
export { happens, type MetricEvent } from './metric.events';
