import { FulfilContact, PlanContacts } from '@tenure/contact-plan-contract';
import { stepsUntil, type ContactPlanPolicy, type PlanStep, type PlanWatch } from '@tenure/contact-plan-core';
import type { CommandContext, Outcome } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, type PolicyBook } from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import type { PlanWatches, TimedWatch } from './plan.watches';

/** Puts a command on the bus; resolves once its outcome is durable. */
export type SendPlanCommand = (command: PlanContacts | FulfilContact, context: CommandContext) => Promise<Outcome>;

export interface PlanActingParts {
  readonly dataSource: DataSource;
  readonly watches: PlanWatches;
  readonly policies: PolicyBook;
  readonly send: SendPlanCommand;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, customerId: string) => void;
  /** After how long a customer for whom planning failed is tried again. */
  readonly retryMs: number;
}

/**
 * Acts on all that is to be done for customers by now. They stay locked meanwhile, so that a change of tier that comes up in
 * between is acted on after it; what was sent before a crash is sent again under the same ids, and known.
 */
export class PlanActing {
  constructor(private readonly parts: PlanActingParts) {}

  /** For as many customers as given at the most; resolves to how many there were. */
  async act(limit: number): Promise<number> {
    const { dataSource, watches, policies, now } = this.parts;
    const versions = await policies.versions('contact-plan', DEFAULT_POLICY_IDS['contact-plan']);
    return withConnection(dataSource, async (client) => {
      await client.query('BEGIN');
      const due = [...(await watches.lockDue(client, now(), limit)).values()];
      const acted = await Promise.all(due.map((watch) => this.#actOn(watch, versions)));
      await watches.write(client, acted);
      await watches.setTimer(client, now);
      await client.query('COMMIT');
      return due.length;
    });
  }

  async #actOn(watch: PlanWatch, versions: readonly ContactPlanPolicy[]): Promise<TimedWatch> {
    const { now, retryMs, onFailure } = this.parts;
    try {
      const progress = stepsUntil(watch, versions, now());
      for (const step of progress.steps) await this.#take(step);
      return { watch: progress.watch, actAt: progress.watch.nextAt };
    } catch (error) {
      onFailure(error, watch.customerId);
      return { watch, actAt: new Date(Date.parse(now()) + retryMs).toISOString() };
    }
  }

  async #take(step: PlanStep): Promise<void> {
    const outcome = await this.parts.send(commandOf(step), contextOf(step));
    if (outcome.status === 'rejected') throw new Error(`Planning on ${outcome.stream} was refused: ${outcome.code}`);
  }
}

function commandOf(step: PlanStep): PlanContacts | FulfilContact {
  const { customerId, at: occurredAt } = step;
  switch (step.type) {
    case 'plan':
      return Object.assign(new PlanContacts(), { customerId, tier: step.tier, occurredAt });
    case 'fulfil': {
      const { channel, interactionId, by } = step.interaction;
      return Object.assign(new FulfilContact(), { customerId, channel, interactionId, by, occurredAt });
    }
  }
}

/** The same step has the same command id, whoever takes it and however often. */
function contextOf(step: PlanStep): CommandContext {
  const what = step.type === 'plan' ? `plan-contacts:${step.tier ?? ''}` : 'fulfil-contact';
  const commandId = `${what}:${step.customerId}:${step.cause}:${step.at}`;
  const byEvent = step.cause === 'time' ? {} : { causationId: step.cause };
  const actor = `policy:${DEFAULT_POLICY_IDS['contact-plan']}`;
  return { commandId, correlationId: commandId, ...byEvent, actor, source: 'contact-plan-automation' };
}
