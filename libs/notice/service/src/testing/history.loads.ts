import type { EventStoreDBClient } from '@eventstore/db-client';
import { CommandExecutor, type Aggregate } from '@tenure/event-store';
import {
  historyLoadCodec,
  type HistoryLoadCommand,
  type HistoryLoadEvent,
  type HistoryLoadRejection,
} from '@tenure/history-load-contract';
import { historyLoad, type HistoryLoad } from '@tenure/history-load-core';
import type { Plain } from '@tenure/shared-contract';

const aggregate: Aggregate<HistoryLoad, Plain<HistoryLoadCommand>, HistoryLoadEvent, HistoryLoadRejection> = {
  category: 'historyLoad',
  decider: historyLoad,
  codec: historyLoadCodec,
  idOf: ({ loadId }) => loadId,
  customerIdOf: () => undefined,
  starts: ['StartHistoryLoad'],
};

/** Says that a load of history begins; what belongs to it has its id as correlation id. */
export async function startLoad(client: EventStoreDBClient, loadId: string): Promise<void> {
  const context = { commandId: `start-${loadId}`, correlationId: loadId, actor: 'test', source: 'test' };
  const occurredAt = new Date().toISOString();
  const command = { type: 'StartHistoryLoad', loadId, mapping: 'test', files: [], occurredAt } as const;
  const outcome = await new CommandExecutor(client).execute(aggregate, command, context);
  if (outcome.status === 'rejected') throw new Error(outcome.code);
}
