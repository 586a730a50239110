import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Terminal } from '../terminal';

export interface StepOptions {
  readonly by?: string;
  readonly at?: string;
  readonly json?: boolean;
}

interface Written {
  readonly position: string;
}

export interface Step {
  readonly path: string;
  readonly body: object;
  /** What is printed once it is recorded. */
  readonly sentence: string;
}

/** For commands that record what a person does. */
export const withAuthor = (command: Command): Command =>
  command
    .requiredOption('--by <person>', 'who does it')
    .option('--at <time>', 'when it happened, such as 2024-05-01T09:30:00+08:00; now unless given');

/** Records what a person does, and says that it is. */
export async function record(command: Command, terminal: Terminal, { path, body, sentence }: Step): Promise<void> {
  const { by, at: occurredAt, json } = command.optsWithGlobals<StepOptions>();
  const api = await connectApi(settingsOf(command));
  const answer = await api.post<Written>(path, JSON.stringify({ ...body, by, occurredAt }));
  printed(terminal, json, answer, () => [sentence]);
}
