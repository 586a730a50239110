export {
  lifecycleCodec,
  type CustomerDateDue,
  type LifecycleEvent,
  type LifecyclePolicyRef,
  type MilestoneReached,
  type StageEntered,
} from './lifecycle.events';
