import type { ProjectionBinding } from '@tenure/projections';
import { CreateImprovementDue1700000003200 } from './improvement.migration';

export const improvementProjections: readonly ProjectionBinding[] = [];

export const improvementMigrations = [CreateImprovementDue1700000003200];
