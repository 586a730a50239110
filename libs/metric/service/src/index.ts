export { MetricHttpModule } from './metric.http.module';
export { metricMigrations, metricProjections } from './metric.projections';
export { ProjectedMetricMonths } from './projected-metric.months';
export { ProjectedMetrics, type ProjectedMetricsOptions } from './projected.metrics';
