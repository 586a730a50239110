export {
  journeyCodec,
  type JourneyEnded,
  type JourneyEntered,
  type JourneyEntryRefused,
  type JourneyEvent,
  type JourneyStepTaken,
  type JourneyTaskDone,
  type StepAction,
} from './journey.events';
