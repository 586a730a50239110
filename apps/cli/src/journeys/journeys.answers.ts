type Counts = Readonly<Record<string, number>>;

export interface Journey {
  readonly journeyId: string;
  readonly version: number;
  readonly titleEn: string;
  readonly treated: number;
  readonly heldOut: number;
  readonly active: number;
  readonly ended: Counts;
  readonly refused: Counts;
  readonly steps: Counts;
}

export interface RunStep {
  readonly step: number;
  readonly stepId: string;
  readonly kind: string;
  readonly at: string;
  readonly suppressed?: string;
}

export interface JourneyRun {
  readonly runId: string;
  readonly customerId: string;
  readonly journeyId: string;
  readonly version: number;
  readonly enteredAt: string;
  readonly status: string;
  readonly nextStepId: string | null;
  readonly nextDueAt: string | null;
  readonly endedBecause: string | null;
  readonly steps: readonly RunStep[];
}

export interface JourneyTask {
  readonly taskId: string;
  readonly customerId: string;
  readonly assignee: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly dueAt: string;
  readonly status: string;
  readonly doneBy: string | null;
}

export interface ReportGroup {
  readonly entered: number;
  readonly judged: number;
  readonly reached: number;
  readonly share?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface JourneyReport {
  readonly journeyId: string;
  readonly version: number;
  readonly measure: string;
  readonly withinDays: number;
  readonly smallestGroup: number;
  readonly treated: ReportGroup;
  readonly heldOut: ReportGroup;
  readonly difference?: { readonly estimate: number; readonly low: number; readonly high: number };
  readonly verdict: string;
  readonly because?: string;
}
