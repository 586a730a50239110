export { recordReview, type RecordReview, type RecordReviewPolicy } from './record-review.decider';
export { weekOf } from './review.week';
export { servedCustomer, type ServedCustomerRow } from './served-customer.projection';
export { serviceRecord, type ServiceRecord } from './service-record.decider';
export { serviceRegister, type ServiceRegisterRow } from './service-register.projection';
