import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import { describeTrace } from '../report/trace.command';
import type { Terminal } from '../terminal';
import type { Metric, MetricValue } from './metrics.answers';
import { catalogueLines, valueLines } from './metrics.text';

interface Options {
  readonly from?: string;
  readonly until?: string;
  readonly asOf?: string;
  readonly fromMonth?: string;
  readonly toMonth?: string;
  readonly timeZone?: string;
  readonly tier?: string;
  readonly product?: string;
  readonly theme?: string;
  readonly caseType?: string;
  readonly survey?: string;
  readonly label?: string;
  readonly json?: boolean;
}

export function describeMetrics(program: Command, terminal: Terminal): void {
  const metrics = program
    .command('metrics')
    .description('Show the catalogue of metrics, and how each was at any time: one definition, wherever it is used.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action((_options: unknown, command: Command) => list(command, terminal));
  metrics
    .command('list')
    .description('The same as without a word behind it.')
    .action((_options: unknown, command: Command) => list(command, terminal));
  confined(metrics.command('show <metric-id>'))
    .description('A metric over a window: the last 30 days unless given.')
    .option('--from <time>', 'where the window begins')
    .option('--until <time>', 'where it ends, not included')
    .action((metricId: string, _options: unknown, command: Command) => show(metricId, command, terminal));
  confined(metrics.command('months <metric-id>'))
    .description('A metric month by month, each as it was known at its end.')
    .option('--from-month <month>', 'the first one, such as 2011-01')
    .option('--to-month <month>', 'the last one')
    .option('--time-zone <zone>', 'on whose clocks months begin')
    .action((metricId: string, _options: unknown, command: Command) => months(metricId, command, terminal));
  describeTrace(metrics, '/customer-metrics', terminal);
}

const confined = (command: Command): Command =>
  command
    .option('--as-of <time>', 'as it was known then')
    .option('--tier <tiers>', 'only these, such as A,B')
    .option('--product <product>', 'only this one')
    .option('--theme <id>', 'only what is about it')
    .option('--case-type <types>', 'only these: inquiry, complaint, service')
    .option('--survey <id>', 'only its answers')
    .option('--label <label>', 'only answers with it');

async function list(command: Command, terminal: Terminal): Promise<void> {
  const { json } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  printed(terminal, json, await api.get<readonly Metric[]>('/customer-metrics'), catalogueLines);
}

async function show(metricId: string, command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const { from, until } = options;
  const api = await connectApi(settingsOf(command));
  const value = await api.get<MetricValue>(pathOf(metricId), { ...segmentOf(options), from, until });
  printed(terminal, options.json, value, (shown) => valueLines([shown]));
}

async function months(metricId: string, command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<Options>();
  const { fromMonth: from, toMonth: to, timeZone } = options;
  const api = await connectApi(settingsOf(command));
  const path = `${pathOf(metricId)}/months`;
  const values = await api.get<readonly MetricValue[]>(path, { ...segmentOf(options), from, to, timeZone });
  printed(terminal, options.json, values, valueLines);
}

const pathOf = (metricId: string): string => `/customer-metrics/${encodeURIComponent(metricId)}`;

const segmentOf = ({ asOf, tier, product, theme, caseType, survey, label }: Options) => ({
  asOf,
  tier,
  product,
  theme,
  caseType,
  survey,
  label,
});

const EXAMPLES = `
Examples:
  $ tenure metrics
  $ tenure metrics show csat --from 2017-11-01T00:00:00-02:00 --until 2017-12-01T00:00:00-02:00
  $ tenure metrics months dispute-rate --from-month 2013-01 --to-month 2013-12 --tier A,B
  $ tenure metrics show resolution-rate --as-of 2013-07-01T00:00:00-04:00 --json`;
