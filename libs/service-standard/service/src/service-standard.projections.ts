import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { caseClock } from '@tenure/service-standard-core';
import { CaseClockEntry } from './case-clock.entity';
import { CreateCaseClock1700000001200 } from './case-clock.migration';

export const serviceStandardProjections: readonly ProjectionBinding[] = [bindProjection(caseClock, CaseClockEntry)];

export const serviceStandardMigrations = [CreateCaseClock1700000001200];
