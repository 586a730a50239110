import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildFailedError, superviseChild } from './child.supervisor';
import { signalReaches } from './process.identity';

describe('superviseChild', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'tenure-child-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function start(code: string, limits: { readyLimitMs?: number; stopLimitMs?: number } = {}) {
    const script = join(root, 'child.cjs');
    await writeFile(script, code);
    const stderr: string[] = [];
    let report: (error: ChildFailedError) => void;
    const unexpected = new Promise<ChildFailedError>((resolve) => (report = resolve));
    const onStderrLine = (line: string) => stderr.push(line);
    const child = await superviseChild({
      name: 'the node',
      script,
      onStderrLine,
      onUnexpectedExit: (error) => report(error),
      ...limits,
    });
    return { child, stderr, unexpected };
  }

  it('waits for ready, relays stderr and stops by SIGTERM', async () => {
    const { child, stderr } = await start(
      `console.error('hello'); console.log('noise'); console.log('{"ready":true,"port":7}'); setInterval(() => {}, 1000);`,
    );
    expect(child.ready).toEqual({ ready: true, port: 7 });
    await child.stop();
    await child.stop();
    expect(signalReaches(child.pid)).toBe(false);
    expect(stderr).toEqual(['hello']);
  });

  it('kills a child that ignores SIGTERM', async () => {
    const { child } = await start(
      `process.on('SIGTERM', () => {}); console.log('{"ready":true}'); setInterval(() => {}, 1000);`,
      { stopLimitMs: 100 },
    );
    await child.stop();
    expect(signalReaches(child.pid)).toBe(false);
  });

  it('says why a child did not start', async () => {
    await expect(start(`console.error('no such disk'); process.exit(3);`)).rejects.toThrow(
      /^the node ended with exit code 3.*no such disk/,
    );
    await expect(start(`setInterval(() => {}, 1000);`, { readyLimitMs: 200 })).rejects.toThrow(
      /not ready after 200 ms/,
    );
  });

  it('reports a child that ends by itself', async () => {
    const { unexpected } = await start(
      `console.log('{"ready":true}'); setTimeout(() => { console.error('boom'); process.exit(9); }, 20);`,
    );
    const error = await unexpected;
    expect(error).toBeInstanceOf(ChildFailedError);
    expect(error.message).toMatch(/exit code 9/);
  });
});
