export type JourneyRejection =
  | 'journey-not-published'
  | 'journey-run-not-found'
  | 'journey-step-not-next'
  | 'journey-task-not-found'
  | 'journey-task-already-done';
