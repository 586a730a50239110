import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Page } from '../queries/page.reader';
import type { Terminal } from '../terminal';
import { feedbackOf } from './feedback.group';
import type { Detection, ThemedText, ThemedTextDetails, ThemeMonth } from './theme.answers';
import { detectionLines, monthLines, textLines, whyLines } from './theme.text';

interface Options {
  readonly json?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly source?: string;
  readonly theme?: string;
  readonly by: string;
  readonly why?: string;
  readonly at?: string;
  readonly limit: string;
  readonly cursor?: string;
}

const SOURCES = ['complaint', 'answer', 'voice'];

/** What customers say is about, as a part of `tenure feedback`. */
export function describeThemes(program: Command, terminal: Terminal): void {
  const feedback = feedbackOf(program);
  describeMonths(feedback, terminal);
  describeTexts(feedback, terminal);
  describeCorrecting(feedback, terminal);
  describeWatching(feedback, terminal);
}

const sourceOption = () => new Option('--source <source>', 'only what has these words').choices(SOURCES);

function describeMonths(feedback: Command, terminal: Terminal): void {
  feedback
    .command('themes')
    .description('What complaints, answers and voices were about, month by month.')
    .option('--from <moment>', 'ISO 8601; a year before the other, unless given')
    .option('--to <moment>', 'not included; now, unless given')
    .addOption(sourceOption())
    .action(async (_options: unknown, command: Command) => {
      const { from, to, source, json } = command.optsWithGlobals<Options>();
      const api = await connectApi(settingsOf(command));
      printed(terminal, json, await api.get<readonly ThemeMonth[]>('/themes', { from, to, source }), monthLines);
    });
}

function describeTexts(feedback: Command, terminal: Terminal): void {
  feedback
    .command('texts')
    .description('List what was written by what it is about, the newest first.')
    .option('--theme <id>', 'only about this')
    .addOption(sourceOption())
    .option('--from <moment>', 'ISO 8601')
    .option('--to <moment>', 'not included')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended')
    .action(async (_options: unknown, command: Command) => {
      const { theme: themeId, source, from, to, limit, cursor, json } = command.optsWithGlobals<Options>();
      const api = await connectApi(settingsOf(command));
      const query = { themeId, source, from, to, limit, cursor };
      const page = await api.get<Page<ThemedText>>('/themes/texts', query);
      printed(terminal, json, page, ({ items }) => textLines(items));
      if (!json && page.next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${page.next}`));
    });
}

function describeCorrecting(feedback: Command, terminal: Terminal): void {
  feedback
    .command('why <source> <id>')
    .description('Say what a text is about, and by which word of which rule.')
    .action(async (source: string, id: string, _options: unknown, command: Command) => {
      const api = await connectApi(settingsOf(command));
      const text = await api.get<ThemedTextDetails>(pathOf(source, id));
      printed(terminal, command.optsWithGlobals<Options>().json, text, whyLines);
    });
  feedback
    .command('correct <source> <id> [themes...]')
    .description(
      'Say in your name what a text is about, in place of the rules; about nothing, where no theme is named.',
    )
    .requiredOption('--by <person>', 'who says so')
    .option('--why <words>', 'why')
    .option('--at <moment>', 'when it was said; now, unless given')
    .action(async (source: string, id: string, themes: string[], _options: unknown, command: Command) => {
      const { by, why, at: occurredAt, json } = command.optsWithGlobals<Options>();
      const api = await connectApi(settingsOf(command));
      const body = JSON.stringify({ themes, by, why, occurredAt });
      const answer = await api.post<object>(`${pathOf(source, id)}/correction`, body);
      printed(terminal, json, answer, () => [
        `${source} ${id} is about ${themes.join(', ') || 'none of the themes'} now`,
      ]);
    });
}

function describeWatching(feedback: Command, terminal: Terminal): void {
  feedback
    .command('rises')
    .description('Show what is watched for rises, and how far it is from being a problem.')
    .option('--at <moment>', 'on the day of this moment; today, unless given')
    .action(async (_options: unknown, command: Command) => {
      const { at, json } = command.optsWithGlobals<Options>();
      const api = await connectApi(settingsOf(command));
      printed(terminal, json, await api.get<Detection>('/themes/detection', { at }), detectionLines);
    });
}

const pathOf = (source: string, id: string): string =>
  `/themes/texts/${encodeURIComponent(source)}/${encodeURIComponent(id)}`;
