export {
  CompleteJourneyTask,
  EndJourneyRun,
  EnterJourney,
  journeyCommands,
  RUN_ENDS,
  TakeJourneyStep,
  type JourneyCommand,
} from './journey.commands';
export {
  journeyCodec,
  type EntryRefusal,
  type JourneyEnded,
  type JourneyEntered,
  type JourneyEntryRefused,
  type JourneyEvent,
  type JourneyStepPutOff,
  type JourneyStepTaken,
  type JourneyTaskDone,
  type StepAction,
} from './journey.events';
export type { JourneyRejection } from './journey.rejections';
export type { JourneyStanding } from './journey.standing';
