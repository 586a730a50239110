/** As the API answers; only what is shown. Seconds are of open time. */
export interface ClockStanding {
  readonly clockId: string;
  readonly kind: string;
  readonly state: 'breached' | 'warning' | 'running' | 'paused' | 'met' | 'cancelled';
  readonly dueAt: string | null;
  readonly secondsLeft: number | null;
  readonly secondsLate: number | null;
  readonly elapsedSeconds: number;
  readonly targetSeconds: number;
  readonly pausedFor: string | null;
  readonly provisional: boolean;
  readonly policyId: string | null;
  readonly policyVersion: number | null;
  readonly calendarId: string | null;
  readonly calendarVersion: number | null;
}

export interface QueuedCase {
  readonly caseId: string;
  readonly subject: string;
  readonly caseType: string;
  readonly urgency: string;
  readonly tier: string | null;
  readonly owner: string;
  readonly dueFirst: string | null;
  readonly clocks: readonly ClockStanding[];
}

export interface Step {
  readonly title: { readonly zh: string; readonly en: string };
  readonly state: string;
  readonly owner: string;
  readonly doneAt: string | null;
  readonly dueAt: string | null;
  readonly late: boolean | null;
}

export interface ClockHistory {
  readonly clocks: readonly ClockStanding[];
  readonly events: readonly ClockEvent[];
}

export interface ClockEvent {
  readonly at: string;
  readonly clockIds: readonly string[];
  readonly words: { readonly zh: string; readonly en: string };
  readonly dueAt?: string;
}
