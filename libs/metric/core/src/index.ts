export type { AnswerFacts } from './answer.facts';
export { metricAnswer, type AnswerMetricRow } from './answer.projection';
export type { CaseFacts } from './case.facts';
export { metricCase, type CaseMetricRow } from './case.projection';
export type { CustomerFacts, Since } from './customer.facts';
export { metricCustomer, type CustomerMetricRow } from './customer.projection';
export { Mergers } from './customer.standing';
export { Measuring, type Themed, type Tiers } from './measuring';
