import type { Terminal } from '../terminal';
import type { Platform } from './platform';

/** Tells a person, or with `json` a program, how the start goes. */
export class StartReport {
  constructor(
    private readonly terminal: Terminal,
    private readonly json: boolean,
  ) {}

  notice(line: string): void {
    this.#say({ event: 'notice', line }, [line]);
  }

  running({ apiUrl, dataDir, processId, kafkaBrokers }: Platform): void {
    const { bold, cyan, dim } = this.terminal.colours;
    this.#say({ event: 'ready', apiUrl, documentation: `${apiUrl}/docs`, dataDir, processId, kafkaBrokers }, [
      bold('Tenure is running.'),
      `  API           ${cyan(apiUrl)}`,
      `  OpenAPI page  ${cyan(`${apiUrl}/docs`)}`,
      ...(kafkaBrokers ? [`  Kafka         ${cyan(kafkaBrokers.join(','))}`] : []),
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

  thingsToTry(apiUrl: string, customerId: string | undefined): void {
    const things = customerId === undefined ? emptyThings(apiUrl) : loadedThings(apiUrl, customerId);
    const { cyan, dim } = this.terminal.colours;
    this.#say({ event: 'things-to-try', customerId }, [
      '',
      'Three things to try, in another terminal:',
      ...things.flatMap(([command, what]) => [`  ${cyan(command)}`, dim(`      ${what}`)]),
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

type Thing = readonly [command: string, what: string];

const loadedThings = (apiUrl: string, customerId: string): readonly Thing[] => [
  ['npx tenure tiers', 'how customers spread over the tiers, month by month'],
  [`npx tenure history ${customerId}`, 'everything that happened to one customer'],
  [`curl '${apiUrl}/customers/${customerId}?asOf=2011-06-01T00:00:00Z'`, 'the same customer as of a day'],
];

const emptyThings = (apiUrl: string): readonly Thing[] => [
  [
    `curl ${apiUrl}/customers -H 'content-type: application/json' -d '{"customerId":"k-1","name":"Li Wei","fieldSource":"web-form"}'`,
    'register a customer',
  ],
  ['npx tenure history k-1', 'everything that happened to them'],
  ['npx tenure import --help', 'record the history that you have'],
];
