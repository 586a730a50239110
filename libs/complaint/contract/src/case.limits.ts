/** Clocks of the steps 受理, 解决, 反馈 and 跟进: a first response is no step, and help is inside the house. */
export const STEP_CLOCKS = ['acceptance', 'resolution', 'feedback', 'follow-up'] as const;
export type StepClock = (typeof STEP_CLOCKS)[number];

/** One limit of a case's steps, as its clock has it. */
export interface CaseLimit {
  readonly clock: StepClock;
  /** ISO 8601; null while the clock is paused. */
  readonly dueAt: string | null;
  /** What it follows from; null where the due date was agreed. */
  readonly standard: { readonly policyId: string; readonly version: number } | null;
  /** Whether it was met after its due time, or is past it; null while that is not known. */
  readonly late: boolean | null;
}

/** The limits of a case's steps, of its present round. A Nest token; who keeps the clocks binds it. */
export abstract class CaseLimits {
  /** One for each kind of clock that the case has and that was not cancelled; none where nothing is known of it. */
  abstract of(complaintId: string): Promise<readonly CaseLimit[]>;
}
