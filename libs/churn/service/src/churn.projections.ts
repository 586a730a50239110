import { customerRisk } from '@tenure/churn-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { CreateChurn1700000002200 } from './churn.migration';
import { CustomerRiskEntry } from './customer-risk.entity';

export const churnProjections: readonly ProjectionBinding[] = [bindProjection(customerRisk, CustomerRiskEntry)];

export const churnMigrations = [CreateChurn1700000002200];
