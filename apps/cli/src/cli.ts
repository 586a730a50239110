import { Command, CommanderError } from 'commander';
import { InvalidSettingsError } from '@tenure/config';
import { describeBehaviour } from './behaviour/behaviour.command';
import { describeCalendar } from './calendar/calendar.command';
import { describeCases } from './cases/cases.command';
import { describeChurn } from './churn/churn.command';
import { describeContacts } from './contacts/contacts.command';
import { describeGoals } from './goals/goals.command';
import { describeJourneys } from './journeys/journeys.command';
import { describeLifecycle } from './lifecycle/lifecycle.command';
import { describeMeasures } from './measures/measures.command';
import { describeMetrics } from './metrics/metrics.command';
import { describeNotices } from './notices/notices.command';
import { describePolicies } from './policies/policies.command';
import { describeProblems } from './problems/problems.command';
import { describeCustomers } from './queries/customers.command';
import { describeHistory } from './queries/history.command';
import { describeProjections } from './queries/projections.command';
import { describeTiers } from './queries/tiers.command';
import { describeDoctor } from './doctor/doctor.command';
import { describeEventStore } from './event-store/event-store.command';
import { EXIT_FAILED, EXIT_OK, EXIT_USAGE } from './exit-code';
import { failureLines } from './failure.text';
import { describeSurveys } from './feedback/surveys.command';
import { describeThemes } from './feedback/themes.command';
import { describeImport } from './import/import.command';
import { describeReport } from './report/report.command';
import { describeStandards } from './standards/standards.command';
import { describeStart } from './start/start.command';
import type { Terminal } from './terminal';
import { VERSION } from './version';
import { describeVouchers } from './vouchers/vouchers.command';

/** Runs one command line and resolves with the exit code. Never rejects. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = EXIT_OK;
  const program = describeProgram(terminal, (code) => (exitCode = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_OK : EXIT_USAGE;
    for (const line of failureLines(error)) terminal.note(terminal.colours.red(line));
    return error instanceof InvalidSettingsError ? EXIT_USAGE : EXIT_FAILED;
  }
}

/** A command that is done but has to report something bad calls `exitWith`. */
function describeProgram(terminal: Terminal, exitWith: (exitCode: number) => void): Command {
  const program = new Command('tenure')
    .description('Event-sourced customer lifecycle platform.')
    .version(VERSION)
    .option('--data-dir <folder>', 'data folder of the platform (setting TENURE_DATA_DIR)')
    .showHelpAfterError('(`tenure --help` lists the commands)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
    });
  describeStart(program, terminal);
  describeImport(program, terminal);
  describeCustomers(program, terminal);
  describeBehaviour(program, terminal);
  describeHistory(program, terminal);
  describeProjections(program, terminal, exitWith);
  describeNotices(program, terminal);
  describeTiers(program, terminal);
  describeCalendar(program, terminal);
  describePolicies(program, terminal);
  describeContacts(program, terminal);
  describeChurn(program, terminal);
  describeLifecycle(program, terminal);
  describeJourneys(program, terminal);
  describeStandards(program, terminal);
  describeCases(program, terminal);
  describeVouchers(program, terminal);
  describeProblems(program, terminal);
  describeMeasures(program, terminal);
  describeMetrics(program, terminal);
  describeGoals(program, terminal);
  describeSurveys(program, terminal);
  describeThemes(program, terminal);
  describeReport(program, terminal);
  describeDoctor(program, terminal, exitWith);
  describeEventStore(program, terminal, exitWith);
  program.addHelpText('after', EXAMPLES);
  return program;
}

const EXAMPLES = `
Examples:
  $ tenure start                                    start the platform on this machine
  $ tenure import --mapping shop.json orders.csv    record history from a file
  $ tenure customers --limit 5                      the first five customers
  $ tenure history 17850 --as-of 2011-06-01T00:00:00Z

Exit codes: 0 done, 1 failed, 2 wrong command line or setting.`;
