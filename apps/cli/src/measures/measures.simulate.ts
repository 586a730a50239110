import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { planIn } from './measures.steps';
import { printed } from '../policies/policies.print';
import type { Terminal } from '../terminal';
import type { SimulatedVerification } from '../metrics/metrics.answers';
import { simulatedLines } from '../metrics/metrics.text';

/** Adds `simulate`, for the same file that a measure is planned with. */
export function describeSimulatedMeasure(measures: Command, terminal: Terminal): void {
  measures
    .command('simulate <file>')
    .description('Judge the plan in a JSON file by data that are there, on any date in history; nothing is recorded.')
    .action((file: string, _options: unknown, command: Command) => simulate(file, command, terminal));
}

async function simulate(file: string, command: Command, terminal: Terminal): Promise<void> {
  const { json } = command.optsWithGlobals<{ json?: boolean }>();
  const plan: Readonly<Record<string, unknown>> = { ...(await planIn(file)) };
  const { startsOn, dueOn, verification } = plan;
  const api = await connectApi(settingsOf(command));
  const body = JSON.stringify({ startsOn, dueOn, verification });
  printed(terminal, json, await api.post<SimulatedVerification>('/measures/simulate', body), simulatedLines);
}
