import type { CustomerFactsReader, Facts } from '@tenure/behaviour-contract';
import type { CustomerDirectory } from '@tenure/customer-contract';
import type { JourneyCommand, JourneyStanding } from '@tenure/journey-contract';
import { standingOf } from '@tenure/journey-core';
import type { Outcome } from '@tenure/kernel';
import { withConnection } from '@tenure/postgres';
import type { Plain } from '@tenure/shared-contract';
import type { DataSource } from 'typeorm';
import type { DueRun, DueSteps } from './due.steps';
import type { JourneySending } from './journey.sending';

export interface StepTakingParts {
  readonly dataSource: DataSource;
  readonly due: DueSteps;
  readonly facts: CustomerFactsReader;
  readonly customers: CustomerDirectory;
  readonly sending: JourneySending;
  /** Up to where the log has been followed: what is known of customers is never older. */
  readonly position: () => bigint | undefined;
  /** ISO 8601; steps are due by it. */
  readonly now: () => string;
  /** It will be tried again. */
  readonly onFailure: (error: unknown, runId: string) => void;
  readonly retryMs: number;
}

/** By then the log has said what comes next, if anything was done at all. */
const LOG_SAYS_WITHIN_MS = 300_000;

/**
 * Takes the steps that are due, many at a time. Their rows stay locked meanwhile, so that what the log says of them is
 * noted after it; what was sent before a crash is sent again, and changes nothing.
 */
export class StepTaking {
  constructor(private readonly parts: StepTakingParts) {}

  /** As many as given at the most; resolves to how many were due. */
  async take(limit: number): Promise<number> {
    const { dataSource, due, now, retryMs } = this.parts;
    return withConnection(dataSource, async (client) => {
      const at = now();
      if (!(await due.areAny(client, at))) return 0;
      await client.query('BEGIN');
      const runs = await due.lock(client, at, limit);
      if (runs.length > 0) {
        const done = await this.#act(runs, at);
        await due.putOff(client, runsOf(runs, done, true), later(now(), LOG_SAYS_WITHIN_MS));
        await due.putOff(client, runsOf(runs, done, false), later(now(), retryMs));
      }
      await client.query('COMMIT');
      return runs.length;
    });
  }

  /** For each of them whether it was acted on. */
  async #act(runs: readonly DueRun[], at: string): Promise<readonly boolean[]> {
    const { facts, customers, position } = this.parts;
    const customerIds = [...new Set(runs.map(({ customerId }) => customerId))];
    const [known, addresses] = await Promise.all([
      facts.factsAt(customerIds, at, position()),
      customers.find(customerIds, position()),
    ]);
    return Promise.all(
      runs.map((run) => {
        const { customerId } = run;
        const standing = standingOf(addresses.get(customerId));
        return this.#send(run, commandOf(run, at, known.get(customerId) ?? {}, standing));
      }),
    );
  }

  async #send({ runId }: DueRun, command: Plain<JourneyCommand>): Promise<boolean> {
    const { sending, onFailure } = this.parts;
    try {
      const outcome = await sending.send(command, { correlationId: runId });
      const refusal = refusalOf(outcome);
      if (refusal !== undefined) onFailure(new Error(`A step of ${runId} was refused: ${refusal}`), runId);
      return outcome.status === 'known' || (outcome.status === 'accepted' && outcome.events > 0);
    } catch (error) {
      onFailure(error, runId);
      return false;
    }
  }
}

/** That the step was taken already, and the log has not said so yet, is no failure. */
const refusalOf = (outcome: Outcome): string | undefined =>
  outcome.status === 'rejected' && outcome.code !== 'journey-step-not-next' ? outcome.code : undefined;

function commandOf(
  { runId, customerId, stepId, merged }: DueRun,
  occurredAt: string,
  facts: Facts,
  standing: JourneyStanding,
): Plain<JourneyCommand> {
  const run = { customerId, runId, occurredAt };
  if (merged) return { type: 'EndJourneyRun', ...run, reason: 'customer-merged' };
  return { type: 'TakeJourneyStep', ...run, stepId, facts, standing };
}

const runsOf = (runs: readonly DueRun[], done: readonly boolean[], wanted: boolean): readonly string[] =>
  runs.flatMap(({ runId }, index) => (done[index] === wanted ? [runId] : []));

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
