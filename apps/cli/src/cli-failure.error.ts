/** Ends a command with one clear sentence and exit code 1; the stack trace is of no use to whoever reads it. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
}
