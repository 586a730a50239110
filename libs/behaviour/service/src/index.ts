export { BehaviourHttpModule } from './behaviour.http.module';
export { BehaviourModule } from './behaviour.module';
export { behaviourMigrations, behaviourProjections } from './behaviour.projections';
export { contractRejectionStatuses } from './contract.controller';
export { CustomerBehaviourEntry } from './customer-behaviour.entity';
export { ProjectedCustomerFacts, type ProjectedCustomerFactsOptions } from './projected-customer-facts.reader';
export { ProjectedCustomerPages } from './projected-customer.pages';
export { signalAggregate } from './signal.aggregate';
export { signalRejectionStatuses } from './signal.controller';
