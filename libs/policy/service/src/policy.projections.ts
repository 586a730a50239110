import { policyList } from '@tenure/policy-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { PolicyListEntry } from './policy-list.entity';
import { CreatePolicyList1700000001100 } from './policy-list.migration';

export const policyProjections: readonly ProjectionBinding[] = [bindProjection(policyList, PolicyListEntry)];

export const policyMigrations = [CreatePolicyList1700000001100];
