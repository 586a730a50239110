export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

export interface StageBoard {
  readonly at: string;
  readonly customers: number;
  readonly stages: readonly { readonly stage: string; readonly customers: number }[];
  readonly cells: readonly StageCell[];
}

export interface StageCell {
  readonly stage: string;
  readonly tier: string | null;
  readonly band: string | null;
  readonly customers: number;
}

export interface StagedCustomer {
  readonly customerId: string;
  readonly stage: string;
  readonly since: string;
  readonly reason: BothLanguages | null;
  readonly tier: string | null;
  readonly band: string | null;
  readonly score: number | null;
  readonly nextReviewAt: string | null;
}

export interface CustomerLifecycle extends StagedCustomer {
  readonly stays: readonly StageStay[];
  readonly milestones: readonly { readonly milestoneId: string; readonly times: number; readonly reachedAt: string }[];
  readonly dates: readonly { readonly dateId: string; readonly day: string; readonly dueAt: string }[];
}

export interface StageStay {
  readonly stage: string;
  readonly from: string;
  readonly enteredAt: string;
  readonly reason: BothLanguages;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly ruleId: string;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly cause: string;
}

export interface StageFlows {
  readonly months: readonly {
    readonly month: string;
    readonly flows: readonly { readonly from: string; readonly to: string; readonly customers: number }[];
    readonly stages: StageBoard['stages'];
  }[];
}

export interface Cohorts {
  readonly cohorts: readonly {
    readonly cohort: string;
    readonly customers: number;
    readonly months: readonly {
      readonly age: number;
      readonly keptPercent: number;
      readonly orderingPercent: number;
    }[];
  }[];
}

export interface Retention {
  readonly at: string;
  readonly customers: number;
  readonly churned: number;
  readonly steps: readonly RetentionStep[];
}

export interface RetentionStep {
  readonly days: number;
  readonly atRisk: number;
  readonly churned: number;
  readonly survival: number;
  readonly low: number;
  readonly high: number;
}
