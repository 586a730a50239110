import type { Command } from 'commander';
import { connectApi, type ApiClient } from '../api.client';
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

/** Records what a person does, and says that it is, once the next command sees it. */
export async function record(command: Command, terminal: Terminal, { path, body, sentence }: Step): Promise<void> {
  const { by, at: occurredAt, json } = command.optsWithGlobals<StepOptions>();
  const api = await connectApi(settingsOf(command));
  const answer = await api.post<Written>(path, JSON.stringify({ ...body, by, occurredAt }));
  await shownIn(api, path, answer);
  printed(terminal, json, answer, () => [sentence]);
}

/** It is recorded by now: that the register of its kind lags for long is no failure of the command. */
async function shownIn(api: ApiClient, path: string, { position }: Written): Promise<void> {
  const [, register = ''] = path.split('/');
  await api.get(`/${register}`, { waitFor: position }).catch(() => undefined);
}
