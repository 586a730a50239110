import { defineCodec } from '@tenure/kernel';
import type { DetectionRule } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type ProblemEvent =
  | { readonly type: 'ProblemOpened'; readonly data: ProblemOpened }
  | { readonly type: 'ProblemEvidenceFound'; readonly data: ProblemEvidenceFound }
  | { readonly type: 'ProblemCaseLinked'; readonly data: ProblemCaseLinked }
  | { readonly type: 'ProblemCaseUnlinked'; readonly data: ProblemCaseUnlinked }
  | { readonly type: 'WhyAnswered'; readonly data: WhyAnswered }
  | { readonly type: 'WhyWithdrawn'; readonly data: WhyWithdrawn }
  | { readonly type: 'ProblemEffortEstimated'; readonly data: ProblemEffortEstimated }
  | { readonly type: 'ProblemPrioritised'; readonly data: ProblemPrioritised }
  | { readonly type: 'ProblemSolved'; readonly data: ProblemSolved }
  | { readonly type: 'ProblemReopened'; readonly data: ProblemReopened }
  | { readonly type: 'ProblemDismissed'; readonly data: ProblemDismissed };

/** Complaints belong to a problem that have the theme, product or step, whichever is given; or that a person linked. */
export interface ProblemScope {
  readonly themeId?: string;
  readonly product?: string;
  readonly stepId?: string;
}

/** What the platform opened a problem by: the counts, what chance would bring, and the rule. */
export interface ProblemEvidence {
  /** Policy of kind `improvement`. */
  readonly policy: { readonly policyId: string; readonly version: number };
  readonly rule: DetectionRule;
  readonly scope: ProblemScope;
  /** Days `YYYY-MM-DD` of the policy's time zone; the first is included, the second not. */
  readonly window: { readonly from: string; readonly until: string; readonly cases: number };
  readonly baseline: { readonly from: string; readonly until: string; readonly cases: number };
  /** Complaints of every kind in both, where the rule is against all of them. */
  readonly all?: { readonly window: number; readonly baseline: number };
  /** What the baseline lets expect in the window. */
  readonly expected: number;
  /** Probability of so many or more where nothing has changed, and the bound that it had to stay below. */
  readonly probability: number;
  readonly bound: number;
  readonly test: Text;
  /** Some of the complaints, the newest first, at most 50. */
  readonly complaintIds: readonly string[];
}

interface OfProblem {
  readonly problemId: string;
}

export interface ProblemOpened extends OfProblem {
  readonly title: Text;
  readonly description?: string;
  readonly scope: ProblemScope;
  /** From when on complaints of its scope belong to it. */
  readonly since: string;
  /** A person, or `tenure` itself. */
  readonly by: string;
  readonly evidence?: ProblemEvidence;
  readonly openedAt: string;
}

/** The same complaints have risen under another name: one problem, not two. */
export interface ProblemEvidenceFound extends OfProblem {
  readonly evidence: ProblemEvidence;
  readonly foundAt: string;
}

/** By a person, whatever the scope. */
export interface ProblemCaseLinked extends OfProblem {
  readonly complaintId: string;
  readonly by: string;
  readonly linkedAt: string;
}

export interface ProblemCaseUnlinked extends OfProblem {
  readonly complaintId: string;
  readonly by: string;
  readonly unlinkedAt: string;
}

/** 流程, 人员, 工具, 资源 (R18). */
export const CAUSE_CATEGORIES = ['process', 'people', 'tools', 'resources'] as const;
export type CauseCategory = (typeof CAUSE_CATEGORIES)[number];

/** What an answer rests on. */
export interface CauseEvidence {
  readonly kind: 'complaint' | 'answer' | 'voice' | 'service-record' | 'metric' | 'document';
  /** Id of it; of a metric its id; of a document where it is. */
  readonly reference: string;
  readonly note?: string;
}

/** One step of the 5-Whys: why is it so that `because`, or, where that is absent, that the problem is there? */
export interface WhyAnswered extends OfProblem {
  readonly whyId: string;
  /** The answer that is asked about; absent for the first. */
  readonly because?: string;
  readonly answer: string;
  readonly category: CauseCategory;
  /** A root cause: something that a measure can change. */
  readonly root: boolean;
  readonly evidence: readonly CauseEvidence[];
  readonly by: string;
  readonly answeredAt: string;
}

export interface WhyWithdrawn extends OfProblem {
  readonly whyId: string;
  readonly by: string;
  readonly why: string;
  readonly withdrawnAt: string;
}

export interface ProblemEffortEstimated extends OfProblem {
  readonly personDays: number;
  readonly by: string;
  readonly note?: string;
  readonly estimatedAt: string;
}

export const PRIORITIES = ['P0', 'P1', 'P2', 'backlog'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Within the window of the policy, as of the moment. */
export interface ProblemImpact {
  readonly customers: number;
  readonly byTier: Readonly<Record<string, number>>;
  readonly weightedCustomers: number;
  readonly cases: number;
  /** Compensation that was paid, by currency, in minor units. */
  readonly money: Readonly<Record<string, number>>;
}

export interface ProblemPrioritised extends OfProblem {
  readonly priority: Priority;
  /** Absent where it is the first. */
  readonly from?: Priority;
  readonly impact: ProblemImpact;
  /** Absent where nobody has estimated it yet. */
  readonly personDays?: number;
  readonly reason: Text;
  readonly policy: { readonly policyId: string; readonly version: number };
  readonly prioritisedAt: string;
}

export interface ProblemSolved extends OfProblem {
  /** The measure that was effective. */
  readonly measureId: string;
  readonly solvedAt: string;
}

export interface ProblemReopened extends OfProblem {
  readonly because: 'measure-not-effective' | 'regression' | 'person';
  readonly measureId?: string;
  readonly by: string;
  readonly why: string;
  readonly reopenedAt: string;
}

/** It is no problem, or the same as another. */
export interface ProblemDismissed extends OfProblem {
  readonly why: string;
  readonly sameAs?: string;
  readonly by: string;
  readonly dismissedAt: string;
}

const ofProblem = { problemId: 'string' } as const;

export const problemCodec = defineCodec<ProblemEvent>({
  ProblemOpened: {
    version: 1,
    fields: {
      ...ofProblem,
      title: 'object',
      description: 'string?',
      scope: 'object',
      since: 'string',
      by: 'string',
      evidence: 'object?',
      openedAt: 'string',
    },
  },
  ProblemEvidenceFound: { version: 1, fields: { ...ofProblem, evidence: 'object', foundAt: 'string' } },
  ProblemCaseLinked: { version: 1, fields: { ...ofProblem, complaintId: 'string', by: 'string', linkedAt: 'string' } },
  ProblemCaseUnlinked: {
    version: 1,
    fields: { ...ofProblem, complaintId: 'string', by: 'string', unlinkedAt: 'string' },
  },
  WhyAnswered: {
    version: 1,
    fields: {
      ...ofProblem,
      whyId: 'string',
      because: 'string?',
      answer: 'string',
      category: 'string',
      root: 'boolean',
      evidence: 'array',
      by: 'string',
      answeredAt: 'string',
    },
  },
  WhyWithdrawn: {
    version: 1,
    fields: { ...ofProblem, whyId: 'string', by: 'string', why: 'string', withdrawnAt: 'string' },
  },
  ProblemEffortEstimated: {
    version: 1,
    fields: { ...ofProblem, personDays: 'number', by: 'string', note: 'string?', estimatedAt: 'string' },
  },
  ProblemPrioritised: {
    version: 1,
    fields: {
      ...ofProblem,
      priority: 'string',
      from: 'string?',
      impact: 'object',
      personDays: 'number?',
      reason: 'object',
      policy: 'object',
      prioritisedAt: 'string',
    },
  },
  ProblemSolved: { version: 1, fields: { ...ofProblem, measureId: 'string', solvedAt: 'string' } },
  ProblemReopened: {
    version: 1,
    fields: {
      ...ofProblem,
      because: 'string',
      measureId: 'string?',
      by: 'string',
      why: 'string',
      reopenedAt: 'string',
    },
  },
  ProblemDismissed: {
    version: 1,
    fields: { ...ofProblem, why: 'string', sameAs: 'string?', by: 'string', dismissedAt: 'string' },
  },
});
