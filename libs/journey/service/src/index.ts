export { JourneyDueRow, KnownJourney } from './journey-due.entity';
export { journeyAutomation, type JourneyAutomationOptions } from './journey.automation';
export { JourneyComparator } from './journey.comparator';
export { journeyRejectionStatuses } from './journey.controller';
export { JourneyHttpModule } from './journey.http.module';
export { JourneyModule } from './journey.module';
export { journeyMigrations, journeyProjections } from './journey.projections';
export { JourneySimulating } from './simulation.running';
