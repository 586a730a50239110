import { accept, defineCodec, reject, type CommandContext, type Decider } from '@tenure/kernel';
import type { Aggregate } from '../aggregate';

export type CounterEvent = { type: 'Counted'; data: { counterId: string; by: number; note?: string } };
export type CounterCommand = {
  type: 'Count' | 'CountUpTo';
  counterId: string;
  by: number;
  note?: string;
  occurredAt: string;
};

const decider: Decider<number, CounterCommand, CounterEvent, 'counter-too-high'> = {
  initial: 0,
  evolve: (total, { data }) => total + data.by,
  decide: ({ type, counterId, by, note }, total) => {
    if (type === 'CountUpTo') return total >= by ? accept() : reject('counter-too-high', `it stands at ${total}`);
    return accept({ type: 'Counted', data: note === undefined ? { counterId, by } : { counterId, by, note } });
  },
};
export const counter: Aggregate<number, CounterCommand, CounterEvent> = {
  category: 'counter',
  decider,
  codec: defineCodec<CounterEvent>({
    Counted: { version: 1, fields: { counterId: 'string', by: 'number', note: 'string?' } },
  }),
  idOf: ({ counterId }) => counterId,
  customerIdOf: ({ data }) => data.counterId,
  starts: ['Count'],
};

export const occurredAt = '2024-05-01T09:30:00+08:00';
export const count = (counterId: string, by = 1, note?: string): CounterCommand => ({
  type: 'Count',
  counterId,
  by,
  ...(note !== undefined && { note }),
  occurredAt,
});
export const context = (commandId: string): CommandContext => ({
  commandId,
  correlationId: `about-${commandId}`,
  actor: 'anna',
  source: 'test',
});
