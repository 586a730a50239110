import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Page } from '../queries/page.reader';
import type { Terminal } from '../terminal';
import { feedbackOf } from './feedback.group';
import type { CustomerVoice, FeedbackScores, Survey, SurveyResponse } from './survey.answers';
import { answerLines, scoreLines, surveyLines, voiceLines } from './survey.text';
import { describeFeedbackSteps } from './surveys.steps';
import { VOICE_KINDS } from './voice.kinds';

interface Options {
  readonly survey?: string;
  readonly customer?: string;
  readonly kind?: string;
  readonly label?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

/** Surveys and voices, as a part of `tenure feedback`. */
export function describeSurveys(program: Command, terminal: Terminal): void {
  const feedback = feedbackOf(program);
  feedback
    .command('surveys')
    .description('The surveys, whom they ask when, and how many were invited and answered.')
    .action(async (_options: unknown, command: Command) => {
      const api = await connectApi(settingsOf(command));
      printed(terminal, optionsOf(command).json, await api.get<readonly Survey[]>('/feedback/surveys'), surveyLines);
    });
  feedback
    .command('scores')
    .description('CSAT, NPS, CES, response rate and dimensions, month by month, with their bounds at 95 %.')
    .option('--survey <id>', 'of one survey; of all together, unless given')
    .option('--from <month>', 'the first, such as 2026-01; a year before the last, unless given')
    .option('--to <month>', 'the last; the present one, unless given')
    .action((_options: unknown, command: Command) => scores(command, terminal));
  listing(feedback.command('answers').description('What customers answered, the newest first.'))
    .option('--survey <id>', 'only to a survey')
    .action((_options: unknown, command: Command) => answers(command, terminal));
  listing(feedback.command('voices').description('What customers said where nobody asked, the newest first.'))
    .addOption(new Option('--kind <kind>', 'only from there').choices(VOICE_KINDS))
    .action((_options: unknown, command: Command) => voices(command, terminal));
  describeFeedbackSteps(feedback, terminal);
}

const listing = (command: Command): Command =>
  command
    .option('--customer <id>', 'only of a customer')
    .option('--label <label>', 'only with a label')
    .option('--from <time>', 'only from a time on')
    .option('--to <time>', 'only before a time')
    .option('--limit <number>', 'how many to list', '50')
    .option('--cursor <text>', 'where the list before ended');

const optionsOf = (command: Command): Options => command.optsWithGlobals<Options>();

async function scores(command: Command, terminal: Terminal): Promise<void> {
  const { survey: surveyId, from, to: until, json } = optionsOf(command);
  const api = await connectApi(settingsOf(command));
  const found = await api.get<FeedbackScores>('/feedback/scores', { surveyId, from, until });
  printed(terminal, json, found, scoreLines);
}

async function answers(command: Command, terminal: Terminal): Promise<void> {
  const options = optionsOf(command);
  const api = await connectApi(settingsOf(command));
  const query = { surveyId: options.survey, ...queryOf(options) };
  const page = await api.get<Page<SurveyResponse>>('/feedback/answers', query);
  printed(terminal, options.json, page, ({ items }) => answerLines(items));
  noteMore(page, options, terminal);
}

async function voices(command: Command, terminal: Terminal): Promise<void> {
  const options = optionsOf(command);
  const api = await connectApi(settingsOf(command));
  const page = await api.get<Page<CustomerVoice>>('/feedback/voices', { kind: options.kind, ...queryOf(options) });
  printed(terminal, options.json, page, ({ items }) => voiceLines(items));
  noteMore(page, options, terminal);
}

const queryOf = ({ customer: customerId, label, from, to: until, limit, cursor }: Options) => ({
  customerId,
  label,
  from,
  until,
  limit,
  cursor,
});

function noteMore({ next }: Page<unknown>, { json }: Options, terminal: Terminal): void {
  if (!json && next !== undefined) terminal.note(terminal.colours.dim(`More with --cursor ${next}`));
}
