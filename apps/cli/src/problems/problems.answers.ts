interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A problem as the API lists it. */
export interface ListedProblem {
  readonly problemId: string;
  readonly title: Text;
  readonly status: string;
  readonly priority: string | null;
  readonly themeId: string | null;
  readonly product: string | null;
  readonly stepId: string | null;
  readonly openedBy: string;
  readonly openedAt: string;
}

export interface Why {
  readonly whyId: string;
  readonly answer: string;
  readonly category: string;
  readonly root: boolean;
  readonly evidence: readonly { readonly kind: string; readonly reference: string }[];
  readonly reasons: readonly Why[];
}

interface Counted {
  readonly from: string;
  readonly until: string;
  readonly cases: number;
}

/** What the platform opened it by. */
export interface Evidence {
  readonly scope: Readonly<Record<string, string>>;
  readonly window: Counted;
  readonly baseline: Counted;
  readonly expected: number;
  readonly probability: number;
  readonly bound: number;
  readonly test: Text;
}

/** A problem as it was known at a moment. */
export interface Problem {
  readonly problemId: string;
  readonly asOf: string;
  readonly title: Text;
  readonly description?: string;
  readonly scope: Readonly<Record<string, string>>;
  readonly status: string;
  readonly since: string;
  readonly by: string;
  readonly openedAt: string;
  readonly evidence: readonly Evidence[];
  readonly whys: readonly Why[];
  readonly priority: string | null;
  readonly priorityReason: Text | null;
  readonly impactAsOf: {
    readonly customers: number;
    readonly weightedCustomers: number;
    readonly cases: number;
    readonly money: Readonly<Record<string, number>>;
  } | null;
  readonly personDays: number | null;
  readonly solvedBy: string | null;
  readonly reopenings: number;
  readonly measures: readonly string[];
}
