import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Terminal } from '../terminal';
import { record, withAuthor } from './recorded.step';

interface OpenOptions {
  readonly zh: string;
  readonly en: string;
  readonly description?: string;
  readonly theme?: string;
  readonly product?: string;
  readonly step?: string;
  readonly since: string;
}

interface WhyOptions {
  readonly category: string;
  readonly because?: string;
  readonly root?: boolean;
  readonly evidence: readonly Evidence[];
}

interface Evidence {
  readonly kind: string;
  readonly reference: string;
}

interface DecisionOptions {
  readonly reason: string;
  readonly sameAs?: string;
}

/** What people do about a problem, each with its author. */
export function describeProblemSteps(problems: Command, terminal: Terminal): void {
  describeOpening(problems, terminal);
  describeWhys(problems, terminal);
  withAuthor(problems.command('effort <problem-id> <person-days>'))
    .description('Estimate what a solution would take.')
    .option('--note <text>', 'what it rests on')
    .action((problemId: string, days: string, { note }: { note?: string }, command: Command) => {
      const sentence = `A solution of ${problemId} is estimated at ${days} person days.`;
      return record(command, terminal, {
        path: pathOf(problemId, 'effort'),
        body: { personDays: number(days), note },
        sentence,
      });
    });
  describeCases(problems, terminal);
  withAuthor(problems.command('dismiss <problem-id>'))
    .description('Say that it is no problem, or the same as another.')
    .requiredOption('--reason <text>', 'why')
    .option('--same-as <problem-id>', 'the other problem')
    .action((problemId: string, { reason: why, sameAs }: DecisionOptions, command: Command) =>
      record(command, terminal, {
        path: pathOf(problemId, 'dismissal'),
        body: { why, sameAs },
        sentence: `Problem ${problemId} is dismissed.`,
      }),
    );
  withAuthor(problems.command('reopen <problem-id>'))
    .description('Open a problem again that was closed.')
    .requiredOption('--reason <text>', 'why')
    .action((problemId: string, { reason: why }: DecisionOptions, command: Command) =>
      record(command, terminal, {
        path: pathOf(problemId, 'reopening'),
        body: { why },
        sentence: `Problem ${problemId} is open again.`,
      }),
    );
}

function describeOpening(problems: Command, terminal: Terminal): void {
  withAuthor(problems.command('open <problem-id>'))
    .description('Open a problem; complaints that have all that is said of them belong to it.')
    .requiredOption('--zh <text>', 'title in Chinese')
    .requiredOption('--en <text>', 'title in English')
    .option('--description <text>', 'more of it')
    .option('--theme <id>', 'of its complaints')
    .option('--product <name>', 'of its complaints')
    .option('--step <id>', 'of the service, to which the themes of its complaints fall')
    .requiredOption('--since <time>', 'from when on complaints belong to it')
    .action((problemId: string, _options: unknown, command: Command) => {
      // Theme and product are options of the list as well, which takes them wherever they stand.
      const options = command.optsWithGlobals<OpenOptions>();
      const { zh, en, description, theme: themeId, product, step: stepId, since } = options;
      const body = { problemId, title: { zh, en }, description, scope: { themeId, product, stepId }, since };
      return record(command, terminal, { path: '/problems', body, sentence: `Problem ${problemId} is open.` });
    });
}

const CATEGORIES = ['process', 'people', 'tools', 'resources'];

function describeWhys(problems: Command, terminal: Terminal): void {
  withAuthor(problems.command('why <problem-id> <why-id> <answer>'))
    .description('Answer why it is so: a step of the 5-Whys. The same id again says it in other words, or moves it.')
    .addOption(new Option('--category <category>', '流程, 人员, 工具, 资源').choices(CATEGORIES).makeOptionMandatory())
    .option('--because <why-id>', 'the answer that is asked about; the problem itself unless given')
    .option('--root', 'a root cause: something that a measure can change')
    .option('--evidence <kind:reference>', 'what it rests on, such as complaint:c-1; any number', evidence, [])
    .action((problemId: string, whyId: string, answer: string, options: WhyOptions, command: Command) => {
      const { category, because, root = false, evidence: rests } = options;
      const body = { whyId, because, answer, category, root, evidence: rests };
      const sentence = `${whyId} is ${because === undefined ? `why ${problemId} is there` : `why ${because} is so`}.`;
      return record(command, terminal, { path: pathOf(problemId, 'whys'), body, sentence });
    });
  withAuthor(problems.command('withdraw-why <problem-id> <why-id>'))
    .description('Withdraw an answer that no other rests on.')
    .requiredOption('--reason <text>', 'why')
    .action((problemId: string, whyId: string, { reason: why }: DecisionOptions, command: Command) =>
      record(command, terminal, {
        path: `${pathOf(problemId, 'whys')}/${encodeURIComponent(whyId)}/withdrawal`,
        body: { why },
        sentence: `${whyId} is withdrawn.`,
      }),
    );
}

function describeCases(problems: Command, terminal: Terminal): void {
  withAuthor(problems.command('link <problem-id> <complaint-id>'))
    .description('Say that a complaint belongs to it, whatever its scope.')
    .action((problemId: string, complaintId: string, _options: unknown, command: Command) => {
      const sentence = `${complaintId} belongs to ${problemId}.`;
      return record(command, terminal, { path: pathOf(problemId, 'cases'), body: { complaintId }, sentence });
    });
  withAuthor(problems.command('unlink <problem-id> <complaint-id>'))
    .description('Say that a complaint does not belong to it, whatever its scope.')
    .action((problemId: string, complaintId: string, _options: unknown, command: Command) => {
      const path = `${pathOf(problemId, 'cases')}/${encodeURIComponent(complaintId)}/removal`;
      return record(command, terminal, { path, body: {}, sentence: `${complaintId} does not belong to ${problemId}.` });
    });
}

const pathOf = (problemId: string, step: string): string => `/problems/${encodeURIComponent(problemId)}/${step}`;

function evidence(text: string, before: readonly Evidence[]): readonly Evidence[] {
  const [, kind, reference] = /^([a-z-]+):(.+)$/s.exec(text) ?? [];
  if (kind !== undefined && reference !== undefined) return [...before, { kind, reference }];
  throw new InvalidArgumentError('It is a kind and an id, such as complaint:c-1 or document:https://…');
}

function number(text: string): number {
  if (/^\d{1,6}(\.\d{1,3})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a number, such as 5 or 0.5.');
}
