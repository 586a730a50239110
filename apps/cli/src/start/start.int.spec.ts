import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPortTaken } from '@tenure/local-servers';
import { describeWithKafkaJars, until } from '@tenure/local-servers/testing';
import { runBuiltCli, startCli, type StartedCli } from '../testing/started.cli';

describe('tenure start', () => {
  let dataDir: string;
  let settings: Record<string, string>;
  let started: StartedCli | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-start-'));
    settings = { TENURE_DATA_DIR: dataDir, TENURE_SAMPLE: 'none', PORT: '0' };
  });
  afterEach(async () => {
    if (started?.process.exitCode === null) started.process.kill('SIGTERM');
    await started?.ended;
    started = undefined;
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<string> {
    started = startCli(['start', '--json'], settings);
    return String((await started.said('ready')).apiUrl);
  }
  const stop = async (...signals: NodeJS.Signals[]) => {
    for (const signal of signals) started?.process.kill(signal);
    return started?.ended;
  };

  it('answers, is found by other commands, and stops on Ctrl-C', async () => {
    const apiUrl = await start();
    expect((await fetch(`${apiUrl}/health/ready`)).status).toBe(200);
    const registered = await fetch(`${apiUrl}/customers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ customerId: 'k-1', name: 'Kunde', fieldSource: 'web-form' }),
    });
    const answer: unknown = await registered.json();
    expect(answer).toMatchObject({ status: 'accepted' });
    const history = await runBuiltCli(['history', 'k-1'], settings);
    expect(history).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('CustomerRegistered') as string });
    const doctor = await runBuiltCli(['doctor'], settings);
    expect(doctor).toMatchObject({ exitCode: 0, stdout: expect.not.stringContaining('✗') as string });

    // As npm does it: the terminal's signal, and at once the same again.
    expect(await stop('SIGINT', 'SIGINT')).toMatchObject({ exitCode: 0 });
    expect(await readdir(dataDir)).not.toContain('run.json');
  });

  it('refuses a broken folder with one line, and damages nothing', async () => {
    const log = join(dataDir, 'event-store', 'segment-0000000000000000.log');
    await mkdir(join(dataDir, 'event-store'));
    await writeFile(log, 'this is no log of events');
    const refused = await runBuiltCli(['start'], settings);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/^[^\n]*event store[^\n]*\n$/i);
    expect(await readFile(log, 'utf8')).toBe('this is no log of events');
  });

  it('goes on when its event store dies', async () => {
    const apiUrl = await start();
    process.kill(await processOf('embedded-event-store'), 'SIGKILL');
    const isReady = () => fetch(`${apiUrl}/health/ready`).then(({ status }) => status === 200);
    await until(() => isReady().catch(() => false), 'ready again');
  });

  describeWithKafkaJars('on Kafka', () => {
    it('brings a broker up with it, again when it dies, and ends it', async () => {
      settings = { ...settings, TENURE_FEED: 'kafka' };
      await start();
      const { kafkaBrokers } = JSON.parse(await readFile(join(dataDir, 'run.json'), 'utf8')) as Running;
      const doctor = await runBuiltCli(['doctor'], settings);
      expect(doctor).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/✓ Kafka +answers/) as string });
      const broker = Number(kafkaBrokers[0]?.split(':')[1]);
      process.kill(await processOf('kafka.Kafka'), 'SIGKILL');
      await until(async () => !(await isPortTaken(broker)), 'the broker is gone');
      await until(() => isPortTaken(broker), 'the broker is back');
      expect(await stop('SIGINT')).toMatchObject({ exitCode: 0 });
      expect(await isPortTaken(broker)).toBe(false);
    });
  });

  /** Of the child whose command line names the program and this data folder. */
  async function processOf(program: string): Promise<number> {
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (commandLine.includes(program) && commandLine.includes(dataDir)) return Number(pid);
    }
    throw new Error(`no ${program} runs on ${dataDir}`);
  }
});

interface Running {
  readonly kafkaBrokers: readonly string[];
}
