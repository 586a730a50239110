/** As the API answers; only what is shown. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export interface ListedPolicy {
  readonly policyId: string;
  readonly kind: string;
  readonly title: Text;
  readonly inForceVersion: number | null;
  readonly inForceFrom: string | null;
  readonly versions: number;
  readonly draftVersion: number | null;
}

export interface PolicyVersion {
  readonly version: number;
  readonly title: Text;
  readonly description?: Text;
  readonly content: object;
  readonly by: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

export interface PolicyDraft {
  readonly version: number;
  readonly title: Text;
  readonly description?: Text;
  readonly content: object;
  readonly by: string;
  readonly draftedAt: string;
  readonly draftFingerprint: string;
}

export interface PolicyStep {
  readonly type: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
}

export interface Policy {
  readonly policyId: string;
  readonly kind: string;
  readonly inForce: PolicyVersion | null;
  readonly draft: PolicyDraft | null;
  readonly nextVersion: number;
  /** The newest first. */
  readonly steps: readonly PolicyStep[];
}

export interface Comparison {
  readonly draftFingerprint: string;
  readonly comparison: {
    readonly of: string;
    readonly looked: number;
    readonly changed: number;
    readonly changes: readonly { readonly from: string; readonly to: string; readonly count: number }[];
    readonly examples: readonly { readonly id: string; readonly from: string; readonly to: string }[];
    readonly notes?: readonly string[];
  };
}
