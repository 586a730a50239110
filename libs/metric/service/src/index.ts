export { MetricHttpModule } from './metric.http.module';
export { metricMigrations, metricProjections } from './metric.projections';
export { METRIC_PROJECTIONS, ProjectedMetrics, type ProjectedMetricsOptions } from './projected.metrics';
