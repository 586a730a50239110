export { CUSTOMER_RELATED_TYPES, isCustomerRelated, type CustomerRelatedEvent } from './customer-related.events';
export { customerOverview, type CustomerOverviewRow } from './customer-overview.projection';
export { customerTimeline, type CustomerTimelineRow } from './customer-timeline.projection';
export { customerAsOf, type CustomerAsOf } from './customer.as-of';
export { customer } from './customer.decider';
export type { CustomerFigures } from './customer.figures';
export type { OpenCase } from './customer.open-cases';
export type { Customer, FieldOrigin, KnownContact } from './customer.state';
export type { TierStanding } from './tier.standing';
