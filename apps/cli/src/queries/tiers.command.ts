import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';

interface Options {
  readonly at?: string;
  readonly policy?: string;
  readonly json?: boolean;
}

export function describeTiers(program: Command, terminal: Terminal): void {
  program
    .command('tiers')
    .description('Show how customers spread over the tiers at the end of each month.')
    .option('--policy <id>', 'only those judged by a policy')
    .option('--at <day>', 'the spread on a day as well, such as 2011-06-01')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nExamples:\n  $ tenure tiers\n  $ tenure tiers --at 2011-06-01 --json')
    .action(async ({ at, policy, json }: Options, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const spread = await api.get<Distribution>('/tiers/distribution', { at, policyId: policy });
      if (json) terminal.print(JSON.stringify(spread, undefined, 2));
      else for (const line of distributionLines(spread)) terminal.print(line);
    });
}

interface TierCount {
  readonly tier: string;
  readonly customers: number;
}

interface Spread {
  readonly month: string;
  readonly tiers: readonly TierCount[];
}

interface Distribution {
  readonly at: string;
  readonly tiers: readonly TierCount[];
  readonly months: readonly Spread[];
}

function distributionLines({ at, tiers, months }: Distribution): readonly string[] {
  const spreads = [...months, { month: at, tiers }];
  const names = [...new Set(spreads.flatMap((spread) => spread.tiers.map(({ tier }) => tier)))].sort();
  const columns = names.map((name) => ({
    title: name,
    value: (spread: Spread) => `${spread.tiers.find(({ tier }) => tier === name)?.customers ?? 0}`,
    alignRight: true,
  }));
  return textTable([{ title: 'AT', value: ({ month }: Spread) => month }, ...columns], spreads);
}
