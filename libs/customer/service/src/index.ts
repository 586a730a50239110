export { customerAggregate } from './customer.aggregate';
export { CustomerModule } from './customer.module';
