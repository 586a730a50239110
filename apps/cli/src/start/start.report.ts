import type { Terminal } from '../terminal';
import type { Platform } from './platform';

/** Tells a person, or with `json` a program, how the start goes. */
export class StartReport {
  constructor(
    private readonly terminal: Terminal,
    private readonly json: boolean,
  ) {}

  running({ apiUrl, dataDir, processId }: Platform): void {
    const { bold, cyan, dim } = this.terminal.colours;
    this.#say({ event: 'ready', apiUrl, documentation: `${apiUrl}/docs`, dataDir, processId }, [
      bold('Tenure is running.'),
      `  API           ${cyan(apiUrl)}`,
      `  OpenAPI page  ${cyan(`${apiUrl}/docs`)}`,
      `  Data folder   ${dataDir}`,
      dim('  Ctrl-C stops it; the data stays.'),
    ]);
  }

  sampleBegins(interrupted: boolean): void {
    this.#say({ event: 'sample-loading', interrupted }, [
      '',
      interrupted ? 'The load of the sample was interrupted; it goes on.' : 'First start: loading the sample.',
    ]);
  }

  sampleLoaded(seconds: number): void {
    this.#say({ event: 'sample-loaded', seconds }, [`The sample is loaded (${seconds.toFixed(0)} s).`]);
  }

  sampleFailed(reason: string): void {
    const advice = 'The platform runs on; the next start goes on loading.';
    this.#say({ event: 'sample-failed', reason }, [
      this.terminal.colours.red(`The sample was not loaded: ${reason}`),
      advice,
    ]);
  }

  thingsToTry(apiUrl: string, customerId = 'CUSTOMER'): void {
    const { cyan } = this.terminal.colours;
    this.#say({ event: 'things-to-try', customerId }, [
      '',
      'Three things to try, in another terminal:',
      `  ${cyan('npx tenure tiers')}                      customers by tier over the year`,
      `  ${cyan(`npx tenure history ${customerId}`)}              everything that happened to one customer`,
      `  ${cyan(`curl '${apiUrl}/customers/${customerId}?asOf=2011-06-01T00:00:00Z'`)}  the same customer as of a day`,
    ]);
  }

  stopping(): void {
    this.#say({ event: 'stopping' }, ['', 'Stopping …']);
  }

  stopped(): void {
    this.#say({ event: 'stopped' }, ['Stopped.']);
  }

  #say(fact: object, lines: readonly string[]): void {
    if (this.json) this.terminal.print(JSON.stringify(fact));
    else for (const line of lines) this.terminal.print(line);
  }
}
