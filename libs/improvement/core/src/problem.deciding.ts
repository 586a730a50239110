import type { ProblemCommand, ProblemEvent, ProblemRejection } from '@tenure/improvement-contract';
import type { Decision } from '@tenure/kernel';
import type { PublishedPolicy } from '@tenure/policy-contract';
import type { Plain } from '@tenure/shared-contract';

export type ImprovementPolicy = PublishedPolicy<'improvement'>;
export type PlainProblemCommand = Plain<ProblemCommand>;
export type ProblemCommandOf<Type extends PlainProblemCommand['type']> = Extract<PlainProblemCommand, { type: Type }>;
export type ProblemDecision = Decision<ProblemEvent, ProblemRejection>;
