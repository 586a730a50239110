import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@tenure/local-servers';
import { until } from '@tenure/local-servers/testing';
import { childrenOf, isAlive } from './testing/processes';
import { runTenure, TENURE_BIN } from './testing/tenure.command';

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

describe('tenure start', () => {
  const started: ChildProcess[] = [];
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-start-'));
  });
  afterEach(async () => {
    for (const child of started.splice(0)) await stop(child);
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<Running> {
    const port = await findFreePort();
    const child = spawn(process.execPath, [TENURE_BIN, 'start'], { env: settings(port), stdio: 'ignore' });
    started.push(child);
    const url = `http://127.0.0.1:${port}`;
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`ended with exit code ${child.exitCode}`);
      return (await fetch(`${url}/health/ready`).catch(() => undefined))?.status === 200;
    }, 'the platform is ready');
    return { child, url };
  }

  const settings = (port: number) => ({
    PATH: process.env.PATH,
    PORT: String(port),
    TENURE_DATA_DIR: dataDir,
    TENURE_SAMPLE: 'none',
    TENURE_LOG_LEVEL: 'warn',
    TENURE_WAIT_FOR_LIMIT_MS: '120000',
  });

  const register = (url: string, customerId: string) =>
    fetch(`${url}/customers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        customerId,
        name: 'Li Wei',
        fieldSource: 'web-form',
        occurredAt: '2024-05-01T09:30:00+08:00',
      }),
    });

  async function overviewOf(url: string, customerId: string, position: string): Promise<unknown> {
    const response = await fetch(`${url}/customers/${customerId}?waitFor=${position}`);
    expect(response.status).toBe(200);
    return response.json();
  }

  it('serves what it was told, stops with all its children on Ctrl-C, and still knows it afterwards', async () => {
    const first = await start();
    const answer = await register(first.url, 'k-1');
    expect(answer.status).toBe(201);
    const { position } = (await answer.json()) as { position: string };
    expect(await overviewOf(first.url, 'k-1', position)).toMatchObject({ customerId: 'k-1', name: 'Li Wei' });
    const children = await childrenOf(first.child);
    expect(children.length).toBeGreaterThanOrEqual(2);
    expect(await stop(first.child)).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);

    const second = await start();
    expect(await overviewOf(second.url, 'k-1', position)).toMatchObject({ customerId: 'k-1', name: 'Li Wei' });
  });

  it('comes up again after it was killed, whatever its servers were doing', async () => {
    const first = await start();
    const { position } = (await (await register(first.url, 'k-2')).json()) as { position: string };
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await start();
    expect(await overviewOf(second.url, 'k-2', position)).toMatchObject({ customerId: 'k-2' });
  });

  it('says in one line that its port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { exitCode, stderr } = await runTenure(['start'], settingsOf(port));
    server.close();
    expect(exitCode).toBe(1);
    expect(lines(stderr)).toEqual([expect.stringContaining(`Port ${port} is in use`)]);
  });

  it('says in one line that another instance holds the data folder, which goes on', async () => {
    const first = await start();
    const { exitCode, stderr } = await runTenure(['start'], settingsOf(await findFreePort()));
    expect(exitCode).toBe(1);
    expect(lines(stderr)).toEqual([expect.stringContaining(dataDir)]);
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
  });

  it('says in one line that its data folder is none', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, 'not a folder');
    const { exitCode, stderr } = await runTenure(['start'], {
      ...settingsOf(await findFreePort()),
      TENURE_DATA_DIR: file,
    });
    expect(exitCode).toBe(1);
    expect(lines(stderr)).toEqual([expect.stringContaining(file)]);
  });

  it('names every wrong setting at once', async () => {
    const wrong = { ...settingsOf(0), PORT: 'http', TENURE_LOG_LEVEL: 'loud', TENURE_SAMPLE: 'cars' };
    const { exitCode, stderr } = await runTenure(['start'], wrong);
    expect(exitCode).toBe(2);
    for (const name of ['PORT', 'TENURE_LOG_LEVEL', 'TENURE_SAMPLE']) expect(stderr).toContain(name);
  });

  const settingsOf = (port: number): Record<string, string> => ({ ...settings(port), PATH: process.env.PATH ?? '' });
});

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** As Ctrl-C does; resolves with the exit code. */
async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill('SIGINT');
  await once(child, 'exit');
  return child.exitCode;
}
