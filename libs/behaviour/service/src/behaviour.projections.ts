import { customerBehaviour } from '@tenure/behaviour-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { CustomerBehaviourEntry } from './customer-behaviour.entity';
import { CreateCustomerBehaviour1700000002700 } from './customer-behaviour.migration';

export const behaviourProjections: readonly ProjectionBinding[] = [
  bindProjection(customerBehaviour, CustomerBehaviourEntry),
];

export const behaviourMigrations = [CreateCustomerBehaviour1700000002700];
