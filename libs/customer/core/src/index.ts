export { customer } from './customer.decider';
export type { Customer, FieldOrigin, KnownContact } from './customer.state';
