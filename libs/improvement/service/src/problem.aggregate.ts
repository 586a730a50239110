import type { Aggregate } from '@tenure/event-store';
import {
  problemCodec,
  type ProblemCommand,
  type ProblemEvent,
  type ProblemRejection,
} from '@tenure/improvement-contract';
import { problem, type ImprovementPolicy, type Problem } from '@tenure/improvement-core';
import type { Plain } from '@tenure/shared-contract';

export type ProblemAggregate = Aggregate<Problem, Plain<ProblemCommand>, ProblemEvent, ProblemRejection>;

export const problemUnder = (policy: ImprovementPolicy | undefined): ProblemAggregate => ({
  category: 'problem',
  decider: problem(policy),
  codec: problemCodec,
  idOf: ({ problemId }) => problemId,
  customerIdOf: () => undefined,
  starts: ['OpenProblem', 'OpenFoundProblem'],
});
