import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe, QueryPipe, ReadOperation } from '@tenure/http';
import { MetricValueView, type MetricValue } from '@tenure/metric-contract';
import { MetricMonthsQuery, MetricQuery } from './metric.query';
import { MetricReading } from './metric.reading';
import { metricViews, MetricView } from './metric.view';
import { METRIC_PROJECTIONS } from './projected.metrics';

const projections = METRIC_PROJECTIONS;
const path = ['metricId'];

/** Not `/metrics`, which is what Prometheus asks for. */
@ApiTags('metrics')
@Controller('customer-metrics')
export class MetricController {
  constructor(@Inject(MetricReading) private readonly reading: MetricReading) {}

  @Get()
  @ReadOperation({
    id: 'listMetrics',
    summary: 'The catalogue of metrics: each has one definition, wherever it is used',
    answer: MetricView,
    list: true,
  })
  list(): readonly MetricView[] {
    return metricViews();
  }

  @Get(':metricId')
  @ReadOperation({
    id: 'getMetric',
    summary: 'A metric over a window, as it was known at a moment',
    answer: MetricValueView,
    path,
    projections,
  })
  value(@Param('metricId', IdPipe) metricId: string, @Query(QueryPipe) query: MetricQuery): Promise<MetricValue> {
    return this.reading.value(metricId, query);
  }

  @Get(':metricId/months')
  @ReadOperation({
    id: 'getMetricByMonth',
    summary: 'A metric month by month, each as it was known at its end',
    answer: MetricValueView,
    list: true,
    path,
    projections,
  })
  months(
    @Param('metricId', IdPipe) metricId: string,
    @Query(QueryPipe) query: MetricMonthsQuery,
  ): Promise<readonly MetricValue[]> {
    return this.reading.months(metricId, query);
  }
}
