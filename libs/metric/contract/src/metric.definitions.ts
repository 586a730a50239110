import { CASE_METRICS } from './case.metrics';
import { CUSTOMER_METRICS } from './customer.metrics';
import type { MetricId } from './metric.catalogue';
import type { MetricDefinition } from './metric.definition';
import { SURVEY_METRICS } from './survey.metrics';

/** In the order of the catalogue. */
export const METRICS: Readonly<Record<MetricId, MetricDefinition>> = {
  ...CASE_METRICS,
  ...SURVEY_METRICS,
  ...CUSTOMER_METRICS,
};

/** Metrics of cases, but of the complaint rate, whose observations are customers. */
export type CaseMetricId = Exclude<keyof typeof CASE_METRICS, 'complaint-rate'>;
export type SurveyMetricId = keyof typeof SURVEY_METRICS;
export type CustomerMetricId = keyof typeof CUSTOMER_METRICS | 'complaint-rate';
