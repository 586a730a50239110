import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { tierDistribution } from '@tenure/tier-core';
import { TierDistributionEntry } from './tier-distribution.entity';
import { CreateTierDistribution1700000000300 } from './tier-distribution.migration';

export const tierProjections: readonly ProjectionBinding[] = [bindProjection(tierDistribution, TierDistributionEntry)];

export const tierMigrations = [CreateTierDistribution1700000000300];
