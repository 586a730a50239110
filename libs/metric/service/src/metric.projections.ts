import { metricAnswer, metricCase, metricCustomer } from '@tenure/metric-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { MetricAnswerEntry } from './metric-answer.entity';
import { MetricCaseEntry } from './metric-case.entity';
import { MetricCustomerEntry } from './metric-customer.entity';
import { CreateMetrics1700000003300 } from './metric.migration';

export const metricProjections: readonly ProjectionBinding[] = [
  bindProjection(metricCase, MetricCaseEntry),
  bindProjection(metricAnswer, MetricAnswerEntry),
  bindProjection(metricCustomer, MetricCustomerEntry),
];

export const metricMigrations = [CreateMetrics1700000003300];
