export { startTestEventStore, type TestEventStore } from './test-event-store';
