interface Text {
  readonly zh: string;
  readonly en: string;
}

interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

interface Window {
  readonly from: string;
  readonly until: string;
}

/** A measure as the API lists it. */
export interface ListedMeasure {
  readonly measureId: string;
  readonly problemId: string;
  readonly content: string;
  readonly owner: string;
  readonly stage: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly percent: number | null;
  readonly metricId: string;
  readonly verdict: string | null;
  readonly regressed: boolean;
}

interface Finding {
  readonly at: string;
  readonly result: { readonly verdict: string; readonly test: string; readonly reason: Text };
}

/** A measure as it was known at a moment. */
export interface Measure extends ListedMeasure {
  readonly asOf: string;
  readonly startsOn: string;
  readonly causes: readonly string[];
  readonly resources: string;
  readonly acceptance: string;
  readonly digest: string;
  readonly committedAt: string | null;
  readonly budget: Money | null;
  readonly spentMinor: number;
  readonly ledger: readonly {
    readonly entryId: string;
    readonly amount: Money;
    readonly what: string;
    readonly by: string;
    readonly spentAt: string;
  }[];
  readonly progress: readonly { readonly percent: number; readonly note: string; readonly reportedAt: string }[];
  readonly verification: {
    readonly metricId: string;
    readonly segment: Readonly<Record<string, unknown>>;
    readonly baseline: Window;
    readonly observation: Window;
    readonly target: Readonly<Record<string, number>>;
    readonly smallestSample: number;
  };
  readonly verified: Finding | null;
  readonly regression: Finding | null;
  readonly announcement: { readonly effectiveOn: string; readonly content: Text } | null;
  readonly announcedTo: number;
  readonly standards: readonly { readonly policyId: string; readonly version: number }[];
}
