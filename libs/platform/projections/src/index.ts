export {
  isUndecodable,
  type Feed,
  type FeedBatch,
  type FeedEvent,
  type FeedOptions,
  type Reread,
  type UndecodableEvent,
} from './feed';
export { sequenceOf } from './event.sequence';
export { bindProjection, type AnyProjection, type ProjectionBinding } from './projection.binding';
export { ProjectionCheckpoint } from './checkpoint.entity';
export { CreateProjectionCheckpoint1700000000000 } from './checkpoint.migration';
export { CreateProjectionParking1700000000900 } from './parking.migration';
export type { ParkedNotice } from './parking.word';
export {
  listParked,
  readParked,
  requestRetry,
  requestSkip,
  type ParkedDetails,
  type ParkedSequence,
} from './parking.requests';
export type { EngineOptions } from './engine.options';
export { ProjectionEngine, type RunningStatus } from './projection.engine';
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
  UnknownParkedError,
  UnknownProjectionError,
} from './projection.errors';
export { verifyProjection, type Verification, type VerifyOptions } from './completeness.check';
export type { ColumnDifference, RowDifference } from './completeness.comparison';
export type { UnfoldableEvent } from './completeness.fold';
export type { VerifyProgress } from './completeness.reading';
export type { KeySample } from './completeness.sample';
export { NotVerifiableError } from './verify.errors';
export { formatCursor, parseCursor, type ChangeCursor } from './changes/change.cursor';
export type { ChangedRow, ChangeMessage } from './changes/change.message';
export { readChanges, type ChangesOptions } from './changes/change.reader';
export { within } from './changes/promise.limit';
export { rowJson } from './changes/row.json';
