/** One limit of a case's steps, as its clock has it. */
export interface CaseLimit {
  readonly clock: 'acceptance' | 'first-response' | 'resolution' | 'feedback' | 'follow-up';
  /** ISO 8601; null while the clock is paused. */
  readonly dueAt: string | null;
  /** What it follows from; null where the due date was agreed. */
  readonly standard: { readonly policyId: string; readonly version: number } | null;
  /** Whether it was met after its due time, or is past it; null while that is not known. */
  readonly late: boolean | null;
}

/** The limits of a case's steps, of its present round. A Nest token; who keeps the clocks binds it. */
export abstract class CaseLimits {
  /** One for each clock of the case that was not cancelled; none where nothing is known of it. */
  abstract of(complaintId: string): Promise<readonly CaseLimit[]>;
}
