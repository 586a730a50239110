import { InvalidArgumentError, Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { textTable, type Column } from '../text.table';
import { writeWhole } from './whole.file';

/** A report goes through the history of half a year. */
const REPORT_LIMIT_MS = 300_000;

export function describeReport(program: Command, terminal: Terminal): void {
  const report = program
    .command('report')
    .description('客户体验改进报告: a month of service as it was known when it ended.');
  report
    .command('month')
    .description('Write the report of a month that is over.')
    .argument('<month>', 'such as 2011-11', monthText)
    .addOption(new Option('--language <language>', 'of the report').choices(['zh', 'en']).default('zh'))
    .addOption(new Option('--format <format>', 'of the file').choices(['html', 'xlsx', 'json']).default('html'))
    .option('--out <file>', 'where to write it; a file named after the month in this folder unless given')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .action((month: string, _options: unknown, command: Command) => writeMonth(month, command, terminal));
  report
    .command('months')
    .description('The months that are over and of which there is something to report.')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .option('--json', 'print the answer as JSON')
    .action((_options: unknown, command: Command) => listMonths(command, terminal));
}

function monthText(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError('It is a month, such as 2011-11.');
}

interface MonthOptions {
  readonly language: string;
  readonly format: string;
  readonly out?: string;
}

async function writeMonth(month: string, command: Command, terminal: Terminal): Promise<void> {
  const { language, format, out } = command.optsWithGlobals<MonthOptions>();
  const api = await connectApi(settingsOf(command), REPORT_LIMIT_MS);
  const report = await api.download(`/reports/months/${month}`, { language, format });
  const file = out ?? `report-${month}-${language}.${format}`;
  await writeWhole(file, report);
  terminal.note(`Written to ${file}`);
}

interface Month {
  readonly month: string;
  readonly cases: number;
  readonly serviceRecords: number;
  readonly answers: number;
  readonly buyers: number;
}

const COLUMNS: readonly Column<Month>[] = [
  { title: 'MONTH', value: ({ month }) => month },
  { title: 'CASES', value: ({ cases }) => String(cases), alignRight: true },
  { title: 'SERVICE RECORDS', value: ({ serviceRecords }) => String(serviceRecords), alignRight: true },
  { title: 'ANSWERS', value: ({ answers }) => String(answers), alignRight: true },
  { title: 'BUYERS', value: ({ buyers }) => String(buyers), alignRight: true },
];

async function listMonths(command: Command, terminal: Terminal): Promise<void> {
  const { json } = command.optsWithGlobals<{ readonly json?: boolean }>();
  const api = await connectApi(settingsOf(command));
  const months = await api.get<readonly Month[]>('/reports/months');
  for (const line of json ? [JSON.stringify(months, undefined, 2)] : textTable(COLUMNS, months)) terminal.print(line);
}
