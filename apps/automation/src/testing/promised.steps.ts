import type { Aggregate, CommandExecutor } from '@tenure/event-store';
import { journeyCodec, type JourneyEvent } from '@tenure/journey-contract';
import { accept } from '@tenure/kernel';
import type { VoucherValue } from '@tenure/policy-contract';

interface Say {
  readonly type: 'Say';
  readonly said: JourneyEvent;
  readonly occurredAt: string;
}

const journeys: Aggregate<number, Say, JourneyEvent> = {
  category: 'journeys',
  decider: { initial: 0, evolve: (count) => count + 1, decide: ({ said }) => accept(said) },
  codec: journeyCodec,
  idOf: ({ said }) => said.data.customerId,
  customerIdOf: ({ data }) => data.customerId,
  starts: [],
};

export interface Promised {
  readonly voucherId: string;
  readonly customerId: string;
  readonly value: VoucherValue;
  readonly takenAt: string;
  readonly validUntil: string;
}

const text = { zh: '券', en: 'Voucher' };

/** Has a journey promise a voucher, as if its step had been taken. */
export async function promiseVoucher(executor: CommandExecutor, promised: Promised): Promise<bigint> {
  const { voucherId, customerId, value, takenAt, validUntil } = promised;
  const run = { customerId, journeyId: 'journey-churn-warning', version: 1, runId: `run-of-${customerId}` };
  const code = `CODE-${voucherId}`;
  const texts = { subject: text, body: text };
  const action = { kind: 'voucher', purpose: 'marketing', voucherId, code, value, validUntil, ...texts } as const;
  const data = { ...run, stepId: 'voucher', step: 1, action, takenAt };
  const commandId = `promise:${voucherId}`;
  const context = { commandId, correlationId: commandId, actor: 'test', source: 'test' };
  const said = { type: 'JourneyStepTaken', data } as const;
  const outcome = await executor.execute(journeys, { type: 'Say', said, occurredAt: takenAt }, context);
  if (outcome.status === 'rejected') throw new Error(outcome.code);
  return outcome.position;
}
