import type { Aggregate, CommandExecutor } from '@tenure/event-store';
import { accept } from '@tenure/kernel';
import { lifecycleCodec, type LifecycleEvent } from '@tenure/lifecycle-contract';
import type { LifecycleStage } from '@tenure/shared-contract';

interface Say {
  readonly type: 'Say';
  readonly said: LifecycleEvent;
  readonly occurredAt: string;
}

const lifecycle: Aggregate<number, Say, LifecycleEvent> = {
  category: 'lifecycle',
  decider: { initial: 0, evolve: (count) => count + 1, decide: ({ said }) => accept(said) },
  codec: lifecycleCodec,
  idOf: ({ said }) => said.data.customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: [],
};

/** Has a customer enter a stage, as if it had been judged so. */
export async function enterStage(
  executor: CommandExecutor,
  customerId: string,
  stage: LifecycleStage,
  enteredAt: string,
): Promise<bigint> {
  const reason = { zh: '测试', en: 'for a test' };
  const judged = { policy: { policyId: 'lifecycle', version: 1 }, ruleId: 'test', inputs: {}, reason, cause: 'time' };
  const said = { type: 'StageEntered', data: { customerId, stage, from: 'none', enteredAt, ...judged } } as const;
  const commandId = `${customerId}:${stage}:${enteredAt}`;
  const context = { commandId, correlationId: commandId, actor: 'test', source: 'test' };
  const outcome = await executor.execute(lifecycle, { type: 'Say', said, occurredAt: enteredAt }, context);
  if (outcome.status === 'rejected') throw new Error(outcome.code);
  return outcome.position;
}
