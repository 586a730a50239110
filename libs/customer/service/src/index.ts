export { customerAggregate } from './customer.aggregate';
export { CustomerModule } from './customer.module';
export { customerRejectionStatuses } from './customer.controller';
export { CustomerHttpModule } from './customer.http.module';
