import { commandHandlersUnder } from '@tenure/commands';
import {
  OpenFoundProblem,
  PrioritiseProblem,
  problemCommands,
  RecordProblemEvidence,
  ReopenProblemAfterMeasure,
  SolveProblem,
} from '@tenure/improvement-contract';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { problemUnder } from './problem.aggregate';

/** What the platform finds by itself goes over the bus like every command, but is in no list of those that come from outside. */
export const problemHandlers = commandHandlersUnder(
  PolicyBook,
  async (policies, { occurredAt }) =>
    problemUnder(await policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, occurredAt)),
  [
    ...problemCommands,
    { command: OpenFoundProblem },
    { command: RecordProblemEvidence },
    { command: PrioritiseProblem },
    { command: SolveProblem },
    { command: ReopenProblemAfterMeasure },
  ],
);
