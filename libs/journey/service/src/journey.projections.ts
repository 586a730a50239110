import { journeyList, journeyOutcome, journeyRun, journeyTask } from '@tenure/journey-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { JourneyListEntry } from './journey-list.entity';
import { JourneyOutcomeEntry } from './journey-outcome.entity';
import { JourneyRunEntry } from './journey-run.entity';
import { JourneyTaskEntry } from './journey-task.entity';
import { CreateJourneys1700000002600 } from './journey.migration';

export const journeyProjections: readonly ProjectionBinding[] = [
  bindProjection(journeyRun, JourneyRunEntry),
  bindProjection(journeyTask, JourneyTaskEntry),
  bindProjection(journeyList, JourneyListEntry),
  bindProjection(journeyOutcome, JourneyOutcomeEntry),
];

export const journeyMigrations = [CreateJourneys1700000002600];
