import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { CliFailure } from '../cli-failure.error';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { describeAttainment } from './attainment.command';
import { matrixLines, type Standard } from './matrix.text';
import { saveTables, withTableFiles, type TableFileOptions } from './table.file';

interface Options extends TableFileOptions {
  readonly policy: string;
  readonly at?: string;
  readonly json?: boolean;
}

export function describeStandards(program: Command, terminal: Terminal): void {
  const standards = withTableFiles(
    program
      .command('standards')
      .description('Show what is promised to each tier of customers, and how often it is kept.')
      .option('--policy <id>', 'the service standard', 'service-standard')
      .option('--at <moment>', 'in force at a moment, such as 2024-05-01T00:00:00+08:00')
      .option('--url <address>', 'API to ask (setting TENURE_URL)')
      .option('--json', 'print the answer as JSON'),
  )
    .addHelpText('after', EXAMPLES)
    .action((options: Options, command: Command) => show(options, command, terminal));
  describeAttainment(standards, terminal);
}

interface Policy {
  readonly inForce: Standard | null;
}

async function show({ policy, at, json, ...files }: Options, command: Command, terminal: Terminal): Promise<void> {
  const api = await connectApi(settingsOf(command));
  if (await saveTables(api, '/standards/service-levels/table', { policyId: policy }, files, terminal)) return;
  const { inForce } = await api.get<Policy>(`/policies/${encodeURIComponent(policy)}`, { at });
  if (!inForce) throw new CliFailure(`No version of ${policy} is in force`);
  for (const line of json ? [JSON.stringify(inForce, undefined, 2)] : matrixLines(inForce)) terminal.print(line);
}

const EXAMPLES = `
Examples:
  $ tenure standards
  $ tenure standards --xlsx service-levels.xlsx --language en
  $ tenure standards attainment --by tier,month --month 2013-07
  $ tenure standards attainment --by owner --clock resolution --view both`;
