export { anyMetricHistory, anyMoment, anyTier } from './any.history';
export { measured } from './measured';
export { happens } from './metric.events';
