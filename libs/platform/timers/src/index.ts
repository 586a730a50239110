export { jobKeyOf, TIMERS_SCHEMA, type Timer, type TimerClock, type TimerHandler } from './timer';
export { cancelTimers, setTimers } from './timer.schedule';
export { TimerWorker, type TimerWorkerOptions } from './timer.worker';
export { migrateTimers } from './timers.migration';
