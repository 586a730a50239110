import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { compileNode, startNode, type NodeProcess } from './node.process';

describe('the process of the node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-node-'));
  const started: NodeProcess[] = [];
  let main = '';
  let data = '';
  beforeAll(() => {
    main = compileNode(join(folder, 'node'));
  });
  beforeEach(() => {
    data = mkdtempSync(join(folder, 'data-'));
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((node) => node.kill('SIGKILL')));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with code 0 on %s', async (signal) => {
    const node = await start();
    node.child.kill(signal);
    expect(await node.exited).toEqual({ code: 0, signal: null });
  });

  it('supervised, outlives Ctrl-C and goes when its parent closes stdin', async () => {
    const node = await start('--supervised');
    node.child.kill('SIGINT');
    await appendOne(node);
    node.child.stdin?.end();
    expect(await node.exited).toEqual({ code: 0, signal: null });
  });

  it('refuses a folder that another node holds, and leaves that one alone', async () => {
    const holder = await start();
    await expect(start()).rejects.toThrow(new RegExp(`exit code 1: .*in use.*process id ${holder.child.pid}`));
    await appendOne(holder);
  });

  it('takes over at once what a killed node held', async () => {
    const killed = await start();
    await appendOne(killed);
    await killed.kill('SIGKILL');
    await appendOne(await start());
  });

  it('takes over a lock whose process id was given out again', async () => {
    writeFileSync(join(data, 'node.lock'), JSON.stringify({ processId: process.pid, startedAt: 'another-boot/1' }));
    await appendOne(await start());
  });

  it('says in one line that the port is in use', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await expect(start('--port', String(port))).rejects.toThrow(/exit code 1: event store: .*EADDRINUSE.*\n$/);
    await new Promise((resolve) => blocker.close(resolve));
    await start();
  });

  it('says in one line that the folder is none', async () => {
    const file = join(data, 'file');
    writeFileSync(file, '');
    await expect(startNode(main, '--data', file)).rejects.toThrow(/exit code 1: event store: [^\n]*\n$/);
  });

  it('says how to use it', async () => {
    await expect(startNode(main)).rejects.toThrow(/usage: /);
    await expect(startNode(main, '--data', data, '--port', 'x')).rejects.toThrow(/usage: /);
  });

  it('lets clients that were connected reconnect to its successor', async () => {
    const first = await start();
    const { port } = new URL(first.connectionString.replace('esdb:', 'http:'));
    const client = EventStoreDBClient.connectionString(first.connectionString);
    await client.appendToStream('s', jsonEvent({ type: 'Before', data: {} }));
    await first.kill('SIGTERM');
    await expect(client.appendToStream('s', jsonEvent({ type: 'Between', data: {} }))).rejects.toThrow();
    await start('--port', port);
    const result = await client.appendToStream('s', jsonEvent({ type: 'After', data: {} }));
    expect(result.nextExpectedRevision).toBe(1n);
    await client.dispose();
  });

  async function start(...args: string[]): Promise<NodeProcess> {
    const node = await startNode(main, '--data', data, ...args);
    started.push(node);
    return node;
  }

  async function appendOne(node: NodeProcess): Promise<void> {
    const client = EventStoreDBClient.connectionString(node.connectionString);
    const result = await client.appendToStream('one', jsonEvent({ type: 'One', data: {} }));
    expect(result.success).toBe(true);
    await client.dispose();
  }
});
