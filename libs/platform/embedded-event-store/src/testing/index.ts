export { startTestEventStore, type TestEventStore } from './test-event-store';
export { useTestEventStore, type UsedEventStore } from './use.event-store';
