export { anyMetricHistory, anyMoment, anyProduct, anyTier } from './any.history';
export { measured } from './measured';
export { happens, type MetricEvent } from './metric.events';
