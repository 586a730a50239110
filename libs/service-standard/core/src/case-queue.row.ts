import type { ClockKind } from '@tenure/policy-contract';
import type { CaseType, Complexity, Urgency } from '@tenure/shared-contract';

/** A case as far as it is found and ordered in the queue. Times are ISO 8601 UTC, so that their texts are in their order. */
export interface CaseQueueRow {
  readonly caseId: string;
  readonly customerId: string;
  readonly subject: string;
  readonly channel: string;
  readonly caseType: CaseType;
  readonly urgency: Urgency;
  readonly complexity: Complexity;
  readonly owner: string;
  /** As what its clocks are judged; null while it has none. */
  readonly tier: string | null;
  readonly status: 'open' | 'resolved' | 'closed';
  readonly openedAt: string;
  readonly duplicateOf: string | null;
  /** Something is still owed: the case is open, or one of its clocks is. */
  readonly isWaiting: boolean;
  /** What is due first; `~`, which comes after every time, where nothing is. */
  readonly dueFirst: string;
  /** The same for each kind of clock that is not over. */
  readonly dueByKind: Readonly<Partial<Record<ClockKind, string>>>;
  readonly isBreached: boolean;
  readonly isWarned: boolean;
  readonly isPaused: boolean;
  readonly clocks: Readonly<Record<string, QueuedClock>>;
}

export interface QueuedClock {
  readonly kind: ClockKind;
  readonly status: 'running' | 'paused' | 'over';
  readonly dueAt: string | null;
  readonly isBreached: boolean;
  readonly isWarned: boolean;
}

/** In place of a due date, where there is none. */
export const NOT_DUE = '~';
