import type { CustomerFactsPages, CustomerFactsReader, KnownCustomer } from '@tenure/behaviour-contract';
import { EnterRiskBand } from '@tenure/churn-contract';
import { scoreOf } from '@tenure/churn-core';
import { COMMAND_ID_REUSED } from '@tenure/event-store';
import type { CommandContext, Outcome } from '@tenure/kernel';
import { type PolicyBook, type PublishedPolicy } from '@tenure/policy-contract';
import type { DataSource } from 'typeorm';
import { CHURN_POLICY_ID } from './churn.policies';
import { ScoringRunRow } from './scoring-run.entity';

/** Puts a command on the bus; resolves once its outcome is durable. */
export type SendScore = (command: EnterRiskBand, context: CommandContext) => Promise<Outcome>;

export interface ScoringParts {
  readonly dataSource: DataSource;
  readonly policies: PolicyBook;
  readonly customers: CustomerFactsPages;
  readonly facts: CustomerFactsReader;
  readonly send: SendScore;
  /** ISO 8601. */
  readonly now: () => string;
}

const PAGE = 500;
const AT_A_TIME = 50;
const SOURCE = 'churn-scoring';

/**
 * Scores all customers once, and has it recorded of whom the band is another one than before. How far it is stands in a
 * row, so that it goes on from there after a crash; what was sent before it is sent again under the same ids, and known.
 */
export class ScoringRun {
  constructor(private readonly parts: ScoringParts) {}

  /** `position` of the log is what the read model has to have reached. Throws ProjectionBehindError where it lags. */
  async run(runId: string, position: bigint | undefined, signal: AbortSignal): Promise<void> {
    const { policies, facts, now } = this.parts;
    let row = await this.#row(runId);
    await facts.factsAt([], row.scoredAt, position);
    const policy = await policies.inForce('churn-model', CHURN_POLICY_ID, row.scoredAt);
    while (row.finishedAt === null && !signal.aborted) {
      row = await this.#save(policy ? await this.#page(row, policy) : { ...row, finishedAt: now() });
    }
  }

  async #page(row: ScoringRunRow, policy: PublishedPolicy<'churn-model'>): Promise<ScoringRunRow> {
    const { customers, now } = this.parts;
    const page = await customers.after(row.afterCustomerId ?? undefined, PAGE, row.scoredAt);
    const scores = page.flatMap((customer) => scored(customer, row, policy));
    const changed = scores.filter(({ isNews }) => isNews);
    for (let start = 0; start < changed.length; start += AT_A_TIME) {
      await Promise.all(changed.slice(start, start + AT_A_TIME).map(({ command }) => this.#send(command, row.runId)));
    }
    return {
      ...row,
      afterCustomerId: page.at(-1)?.customerId ?? row.afterCustomerId,
      scored: row.scored + scores.length,
      changed: row.changed + changed.length,
      finishedAt: page.length < PAGE ? now() : null,
    };
  }

  async #send(command: EnterRiskBand, runId: string): Promise<void> {
    const commandId = `risk:${runId}:${command.customerId}`;
    const actor = `policy:${CHURN_POLICY_ID}`;
    const outcome = await this.parts.send(command, { commandId, correlationId: commandId, actor, source: SOURCE });
    // Sent before a crash, with another score, as something became known in between: the next run will see to that.
    if (outcome.status === 'rejected' && outcome.code !== COMMAND_ID_REUSED) {
      throw new Error(`The score of ${command.customerId} was refused: ${outcome.code}`);
    }
  }

  async #row(runId: string): Promise<ScoringRunRow> {
    const known = await this.parts.dataSource.getRepository(ScoringRunRow).findOneBy({ runId });
    const scoredAt = this.parts.now();
    return known ?? this.#save({ runId, scoredAt, afterCustomerId: null, scored: 0, changed: 0, finishedAt: null });
  }

  async #save(row: ScoringRunRow): Promise<ScoringRunRow> {
    await this.parts.dataSource.getRepository(ScoringRunRow).save(row);
    return row;
  }
}

interface Scored {
  readonly command: EnterRiskBand;
  readonly isNews: boolean;
}

function scored(
  { customerId, facts }: KnownCustomer,
  { scoredAt }: ScoringRunRow,
  { policyId, version, content }: PublishedPolicy<'churn-model'>,
): Scored[] {
  const risk = scoreOf(content, facts);
  if (!risk) return [];
  const model = { policyId, version, method: content.model.method };
  const command = Object.assign(new EnterRiskBand(), { customerId, ...risk, model, occurredAt: scoredAt });
  return [{ command, isNews: facts.riskBand !== risk.band }];
}
