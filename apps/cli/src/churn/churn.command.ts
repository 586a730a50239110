import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import { shown } from '../queries/answer.text';
import type { Page } from '../queries/page.reader';
import type { Terminal } from '../terminal';
import { textTable } from '../text.table';
import type { ChurnModel, CustomerRisk, Entered, Evaluation, Fit } from './churn.answers';
import { evaluationLines, fitLines, riskLines } from './churn.text';

interface Options {
  readonly json?: boolean;
  readonly method: string;
  readonly from?: string;
  readonly until?: string;
  readonly horizon?: string;
  readonly by: string;
  readonly at: string;
  readonly model?: string;
  readonly band?: string;
  readonly limit: string;
  readonly cursor?: string;
}

/** The whole history is gone through. */
const HISTORY_LIMIT_MS = 1_800_000;

export function describeChurn(program: Command, terminal: Terminal): void {
  const churn = program
    .command('churn')
    .description('Say which customers are likely to be lost and why; fit models to the history, and judge them.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES);
  describeFit(churn, terminal);
  describeEvaluate(churn, terminal);
  describeReading(churn, terminal);
}

function describeFit(churn: Command, terminal: Terminal): void {
  churn
    .command('fit')
    .description('Fit a model to the history, and set it down as the draft of the next version of the churn model.')
    .addOption(new Option('--method <method>', 'what to fit').choices(['logistic', 'mbg-nbd']).default('logistic'))
    .option('--from <day>', 'look at no customer before this day')
    .option('--until <day>', 'look at nothing that happened on this day (UTC) or after it; today unless given')
    .option('--horizon <days>', 'lost is who is gone for so long; as in the version in force unless given')
    .requiredOption('--by <person>', 'who does it')
    .action(async (_options: unknown, command: Command) => {
      const { method, from, until, horizon, by, json } = command.optsWithGlobals<Options>();
      const api = await connectApi(settingsOf(command), HISTORY_LIMIT_MS);
      const body = { method, from, until, horizonDays: wholeOf(horizon), by };
      printed(terminal, json, await api.post<Fit>('/churn/fit', JSON.stringify(body)), fitLines);
    });
}

function describeEvaluate(churn: Command, terminal: Terminal): void {
  churn
    .command('evaluate')
    .description(
      'Judge the draft, or a version, and beside it recency alone and the scorecard, by what came after a day.',
    )
    .requiredOption('--at <day>', 'score by what was known before this day (UTC), judge by what happened from it on')
    .option('--horizon <days>', 'lost is who is gone for so long; as in the model unless given')
    .option('--model <version>', 'a published version; the draft, or the newest version, unless given')
    .action(async (_options: unknown, command: Command) => {
      const { at, horizon, model, json } = command.optsWithGlobals<Options>();
      const api = await connectApi(settingsOf(command), HISTORY_LIMIT_MS);
      const body = { at, horizonDays: wholeOf(horizon), version: wholeOf(model) };
      printed(terminal, json, await api.post<Evaluation>('/churn/evaluate', JSON.stringify(body)), evaluationLines);
    });
}

function describeReading(churn: Command, terminal: Terminal): void {
  churn
    .command('score <customer-id>')
    .description('Say how likely a customer is lost, and what makes the score.')
    .action(async (customerId: string, _options: unknown, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const risk = await api.get<CustomerRisk>(`/customers/${encodeURIComponent(customerId)}/risk`);
      printed(terminal, command.optsWithGlobals<Options>().json, risk, riskLines);
    });
  churn
    .command('customers')
    .description('List customers by the band of risk that they are in, the highest score first.')
    .addOption(new Option('--band <band>', 'only those of a band').choices(['low', 'medium', 'high']))
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .action(async (_options: unknown, command: Command) => {
      const { band, limit, cursor, json } = command.optsWithGlobals<Options>();
      const api = await connectApi(settingsOf(command));
      const page = await api.get<Page<Entered>>('/churn/customers', { band, limit, cursor });
      printed(terminal, json, page, ({ items }) => textTable(CUSTOMERS, items));
      if (!json && page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
    });
  churn
    .command('models')
    .description('List the published versions of the churn model.')
    .action(async (_options: unknown, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const models = await api.get<readonly ChurnModel[]>('/churn/models');
      printed(terminal, command.optsWithGlobals<Options>().json, models, (all) => textTable(MODELS, all));
    });
}

/** What is no number is left to the API to refuse. */
const wholeOf = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : text;

const CUSTOMERS = [
  { title: 'CUSTOMER', value: ({ customerId }: Entered) => shown(customerId) },
  { title: 'BAND', value: ({ band }: Entered) => band },
  { title: 'BEFORE', value: ({ from }: Entered) => shown(from) },
  { title: 'SCORE', value: ({ score }: Entered) => score.toFixed(1), alignRight: true },
  { title: 'SINCE', value: ({ scoredAt }: Entered) => scoredAt },
  { title: 'BY', value: ({ model }: Entered) => `version ${model.version}, ${model.method}` },
];

const MODELS = [
  { title: 'VERSION', value: ({ version }: ChurnModel) => `${version}`, alignRight: true },
  { title: 'METHOD', value: ({ method }: ChurnModel) => method },
  { title: 'HORIZON', value: ({ horizonDays }: ChurnModel) => `${horizonDays} days`, alignRight: true },
  { title: 'FITTED UNTIL', value: ({ fitted }: ChurnModel) => shown(fitted?.until) },
  { title: 'IN FORCE FROM', value: ({ effectiveFrom }: ChurnModel) => effectiveFrom },
  { title: 'NOW', value: ({ inForce }: ChurnModel) => (inForce ? 'yes' : '–') },
  { title: 'PUBLISHED BY', value: ({ by }: ChurnModel) => shown(by) },
];

const EXAMPLES = `
Examples:
  $ tenure churn score 12347
  $ tenure churn customers --band high
  $ tenure churn fit --until 2011-09-01 --horizon 90 --by anna
  $ tenure churn evaluate --at 2011-09-01
  $ tenure policies publish churn-model --by anna --from 2011-09-01T00:00:00Z`;
