import { runCli } from './cli';
import { memoryTerminal } from './testing/memory.terminal';

async function run(...args: string[]) {
  const terminal = memoryTerminal();
  const exitCode = await runCli(args, terminal);
  return { exitCode, printed: terminal.printed.join('\n'), noted: terminal.noted.join('\n') };
}

describe('tenure', () => {
  it.each(['start', 'import', 'customers', 'history', 'projections', 'doctor', 'tiers', 'policies'])(
    '%s has help with examples, and --json',
    async (command) => {
      const { exitCode, printed } = await run(command, '--help');
      expect(exitCode).toBe(0);
      expect(printed).toMatch(/--json/);
      expect(printed).toMatch(/\$ tenure|\$ \w+_URL=/);
    },
  );

  it('tells its version', async () => expect(await run('--version')).toMatchObject({ exitCode: 0, printed: '0.1.0' }));

  it.each([
    ['an unknown command', ['sell'], /unknown command 'sell'/],
    ['no command', [], /Usage: tenure/],
    ['an unknown option', ['customers', '--colour'], /unknown option '--colour'/],
    ['a missing argument', ['history'], /missing required argument 'customer-id'/],
    ['a missing mapping', ['import', 'a.csv'], /--mapping <file>' not specified/],
    ['a wrong setting', ['start', '--port', 'http', '--sample', 'all'], /PORT must be.*\n.*TENURE_SAMPLE must be/],
  ])('exits with 2 on %s', async (_what, args, message) => {
    const { exitCode, noted } = await run(...args);
    expect(exitCode).toBe(2);
    expect(noted).toMatch(message);
  });

  it('exits with 1 and one line where no platform runs', async () => {
    const answer = await run('--data-dir', '/nowhere', 'customers');
    expect(answer).toMatchObject({ exitCode: 1, printed: '' });
    expect(answer.noted).toMatch(/^No platform runs on the data folder \/nowhere[^\n]*$/);
  });

  it('exits with 1 and one line where nobody answers', async () => {
    const answer = await run('projections', '--url', 'http://127.0.0.1:1');
    expect(answer.exitCode).toBe(1);
    expect(answer.noted).toMatch(/^The platform does not answer at http:\/\/127.0.0.1:1[^\n]*$/);
  });
});
