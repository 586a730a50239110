export { GiveUpGoal, goalCommands, MoveGoal, SetGoal, type GoalCommand, type GoalRejection } from './goal.commands';
export { goalCodec, type GoalEvent, type GoalGivenUp, type GoalMoved, type GoalSet } from './goal.events';
export {
  GOAL_STANDINGS,
  GoalsAsOf,
  ImprovementAsOf,
  MEASURE_STAGES,
  type GoalAsOf,
  type GoalStanding,
  type MeasureAsOf,
  type MeasureStage,
  type ProblemAsOf,
} from './improvement.as-of';
export { MEASURE_STAGE_NAMES, PRIORITY_NAMES, PROBLEM_STATUS_NAMES, VERDICT_NAMES } from './improvement.names';
export { ProblemCases, type ComplaintStanding, type ProblemCase } from './problem.cases';
export {
  AbandonMeasure,
  ChangeMeasureBudget,
  CommitToMeasure,
  CompleteMeasure,
  measureCommands,
  MoveMeasureDue,
  PlanMeasure,
  ReportMeasureProgress,
  SpendMeasureMoney,
  StartMeasure,
  type MeasureCommand,
} from './measure.commands';
export { ChangeAnnouncementFields, VerificationPlanFields } from './measure.fields';
export {
  AnnounceMeasure,
  MarkMeasureOverdue,
  NoteMeasureStandard,
  RecordRegression,
  RecordVerification,
} from './measure.platform.commands';
export { DraftMeasureStandard, measureStandardCommands } from './measure.standard.command';
export type { MeasureRejection } from './measure.rejections';
export {
  AnswerWhy,
  DismissProblem,
  EstimateEffort,
  LinkCase,
  OpenFoundProblem,
  OpenProblem,
  PrioritiseProblem,
  problemCommands,
  RecordProblemEvidence,
  ReopenProblem,
  ReopenProblemAfterMeasure,
  SolveProblem,
  UnlinkCase,
  WithdrawWhy,
  type ProblemCommand,
} from './problem.commands';
export { CauseEvidenceFields, ProblemScopeFields } from './problem.fields';
export {
  NO_TIER,
  ProblemImpactReader,
  type CasesOfWindow,
  type ImpactQuestion,
  type TouchedProblems,
} from './problem.impact-reader';
export type { ProblemRejection } from './problem.rejections';
export { measureCodec, type MeasureEvent } from './measure.events';
export {
  MEASURE_VERDICTS,
  type ChangeAnnouncement,
  type MeasureAbandoned,
  type MeasureAnnounced,
  type MeasureBudgetChanged,
  type MeasureCommitted,
  type MeasureCompleted,
  type MeasureDueMoved,
  type MeasureMoneySpent,
  type MeasureOverdue,
  type MeasurePlanned,
  type MeasureProgressReported,
  type MeasureRegressed,
  type MeasureStandardDrafted,
  type MeasureStarted,
  type MeasureVerdict,
  type MeasureVerified,
  type VerificationPlan,
  type VerificationResult,
} from './measure.facts';
export {
  CAUSE_CATEGORIES,
  PRIORITIES,
  problemCodec,
  type CauseCategory,
  type CauseEvidence,
  type Priority,
  type ProblemEvent,
  type ProblemEvidence,
  type ProblemEvidenceFound,
  type ProblemImpact,
  type ProblemOpened,
  type ProblemPrioritised,
  type ProblemReopened,
  type ProblemScope,
  type ProblemSolved,
  type WhyAnswered,
} from './problem.events';
