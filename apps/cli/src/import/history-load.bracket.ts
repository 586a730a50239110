import { randomUUID } from 'node:crypto';
import type { CommandSender } from '@tenure/commands';
import { FinishHistoryLoad, StartHistoryLoad } from '@tenure/history-load-contract';
import type { ImportSummary } from '@tenure/import';
import type { CommandContext } from '@tenure/kernel';
import { CliFailure } from '../cli-failure.error';

export interface HistoryLoad {
  readonly loadId: string;
  readonly mapping: string;
  readonly files: readonly string[];
}

/**
 * Records that a load begins and that it ended, so that no clock runs while the past is incomplete. A load that was
 * interrupted stays open; it ends when it is run again.
 */
export async function asHistoryLoad(
  { loadId, mapping, files }: HistoryLoad,
  sender: CommandSender,
  origin: Omit<CommandContext, 'commandId'>,
  load: () => Promise<ImportSummary>,
): Promise<ImportSummary> {
  const send = async (command: StartHistoryLoad | FinishHistoryLoad): Promise<void> => {
    const outcome = await sender.send(command, { ...origin, commandId: randomUUID() });
    if (outcome.status === 'rejected') throw new CliFailure(`The load was refused: ${outcome.code}`);
  };
  await send(Object.assign(new StartHistoryLoad(), { loadId, mapping, files, occurredAt: now() }));
  const summary = await load();
  if (summary.state !== 'cancelled') {
    await send(Object.assign(new FinishHistoryLoad(), { loadId, ...summary.rows, occurredAt: now() }));
  }
  return summary;
}

const now = (): string => new Date().toISOString();
