import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { caseClock, caseQueue } from '@tenure/service-standard-core';
import { CaseClockEntry } from './case-clock.entity';
import { CreateCaseClock1700000001200 } from './case-clock.migration';
import { CaseQueueEntry } from './case-queue.entity';
import { CreateCaseQueue1700000001210 } from './case-queue.migration';

export const serviceStandardProjections: readonly ProjectionBinding[] = [
  bindProjection(caseClock, CaseClockEntry),
  bindProjection(caseQueue, CaseQueueEntry),
];

export const serviceStandardMigrations = [CreateCaseClock1700000001200, CreateCaseQueue1700000001210];
