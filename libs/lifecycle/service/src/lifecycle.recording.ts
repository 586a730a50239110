import type { CommandExecutor } from '@tenure/event-store';
import { fingerprintOf, type CommandContext, type Outcome } from '@tenure/kernel';
import type { LifecycleVerdict } from '@tenure/lifecycle-core';
import { lifecycleAggregate } from './lifecycle.aggregate';

/** Customers whose verdicts are on their way at a time. */
const PARALLEL_CUSTOMERS = 256;

/**
 * Records verdicts, and resolves once they are durable. Those of one customer go in one append; recording them again has no
 * effect.
 */
export class LifecycleRecording {
  constructor(private readonly executor: CommandExecutor) {}

  /** In the order of each customer's. */
  async record(verdicts: readonly LifecycleVerdict[]): Promise<void> {
    const customers = [...byCustomer(verdicts).values()].values();
    const worker = async (): Promise<void> => {
      for (const found of customers) await this.#recordOf(found);
    };
    await Promise.all(Array.from({ length: PARALLEL_CUSTOMERS }, worker));
  }

  /** Commands that are sent together are appended together, in their order. */
  async #recordOf(verdicts: readonly LifecycleVerdict[]): Promise<void> {
    const outcomes = await Promise.all(byMoment(verdicts).map((some) => this.#send(some)));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        throw new Error(`Verdicts on ${outcome.stream} were refused: ${outcome.code} ${outcome.detail ?? ''}`);
      }
    }
  }

  #send(verdicts: readonly [LifecycleVerdict, ...LifecycleVerdict[]]): Promise<Outcome> {
    const [first] = verdicts;
    const { customerId, number: firstNumber, at: occurredAt } = first;
    const events = verdicts.map(({ event }) => event);
    const command = { type: 'RecordLifecycle', customerId, firstNumber, verdicts: events, occurredAt } as const;
    return this.executor.execute(lifecycleAggregate, command, contextOf(first, fingerprintOf(events)));
  }
}

function byCustomer(verdicts: readonly LifecycleVerdict[]): Map<string, LifecycleVerdict[]> {
  const found = new Map<string, LifecycleVerdict[]>();
  for (const verdict of verdicts) {
    const known = found.get(verdict.customerId);
    if (known) known.push(verdict);
    else found.set(verdict.customerId, [verdict]);
  }
  return found;
}

/** The moment of a command is that of its events. */
function byMoment(verdicts: readonly LifecycleVerdict[]): [LifecycleVerdict, ...LifecycleVerdict[]][] {
  const found: [LifecycleVerdict, ...LifecycleVerdict[]][] = [];
  for (const verdict of verdicts) {
    const last = found.at(-1);
    if (last?.[0].at === verdict.at) last.push(verdict);
    else found.push([verdict]);
  }
  return found;
}

/** Other content has another id: after a crash the log may be cut into batches in another way. */
function contextOf({ customerId, number, event }: LifecycleVerdict, fingerprint: string): CommandContext {
  const commandId = `record-lifecycle:${customerId}:${number}:${fingerprint}`;
  const { policyId, version } = event.data.policy;
  const cause = 'cause' in event.data && !['time', 'policy'].includes(event.data.cause) ? event.data.cause : undefined;
  return {
    commandId,
    correlationId: commandId,
    ...(cause !== undefined && { causationId: cause }),
    actor: `policy:${policyId}@${version}`,
    source: 'lifecycle-automation',
  };
}
