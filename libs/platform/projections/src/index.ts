export type { Feed, FeedBatch, FeedOptions } from './feed';
export { bindProjection, type AnyProjection, type ProjectionBinding } from './projection.binding';
export { ProjectionCheckpoint } from './checkpoint.entity';
export { CreateProjectionCheckpoint1700000000000 } from './checkpoint.migration';
export { ProjectionEngine, type EngineOptions, type RunningStatus } from './projection.engine';
export type { MemberState } from './engine.member';
export { readProjectionStatus, type ProjectionStatus, type StatusOptions } from './projection.status';
export { rebuildProjections, type RebuildOptions, type RebuildProgress } from './projection.rebuild';
export { discardRebuild } from './rebuild.shadows';
export { waitForPosition } from './position.wait';
export {
  ProjectionBehindError,
  ProjectionBrokenError,
  ProjectionFencedError,
  ProjectionReplacedError,
  UnknownProjectionError,
} from './projection.errors';
export { verifyProjection, type Verification, type VerifyOptions } from './completeness.check';
export type { ColumnDifference, RowDifference } from './completeness.comparison';
export type { UnfoldableEvent } from './completeness.fold';
export type { VerifyProgress } from './completeness.reading';
export type { KeySample } from './completeness.sample';
export { NotVerifiableError } from './verify.errors';
