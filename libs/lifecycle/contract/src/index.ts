export {
  lifecycleCodec,
  type CustomerDateDue,
  type LifecycleEvent,
  type LifecyclePolicyRef,
  type MilestoneReached,
  type StageEntered,
} from './lifecycle.events';
export { RecordLifecycle, type LifecycleCommand, type LifecycleRejection } from './record-lifecycle.command';
