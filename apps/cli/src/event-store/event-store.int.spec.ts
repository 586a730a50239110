import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { runCli } from '../cli';
import { memoryTerminal } from '../testing/memory.terminal';

describe('tenure eventstore', () => {
  let dataDir = '';
  let log = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tenure-cli-event-store-'));
    log = join(dataDir, 'event-store');
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it.each(['verify', 'backup'])('%s has help with examples, and --json', async (command) => {
    const { exitCode, printed } = await run('eventstore', command, '--help');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/--json/);
    expect(printed).toMatch(/\$ tenure eventstore/);
  });

  it('verifies the log of the platform, and says what it read', async () => {
    await storeEvents();
    const { exitCode, printed } = await run('--data-dir', dataDir, 'eventstore', 'verify');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/is sound up to position \d+\.\n {2}Read: 3 events of 1 stream in 1 segment, /);
  });

  it('verifies beside a running node, as JSON', async () => {
    const node = await storeEvents({ keepRunning: true });
    const { exitCode, printed } = await run('eventstore', 'verify', '--data', log, '--json');
    await node.stop();
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ isSound: true, events: 3, nodeProcessId: process.pid, damages: [] });
  });

  it('names damage and exits with 1', async () => {
    await storeEvents();
    const file = join(log, readdirSync(log).find((name) => name.endsWith('.log')) ?? '');
    const bytes = readFileSync(file);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const { exitCode, printed } = await run('--data-dir', dataDir, 'eventstore', 'verify');
    expect(exitCode).toBe(1);
    expect(printed).toContain(`  ${file} at byte 32: a record fails its checksum`);
  });

  it('tells of a torn tail, which is no damage', async () => {
    await storeEvents();
    appendFileSync(join(log, readdirSync(log).find((name) => name.endsWith('.log')) ?? ''), 'torn');
    const { exitCode, printed } = await run('--data-dir', dataDir, 'eventstore', 'verify');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/4 bytes of an interrupted write follow/);
  });

  it('backs up a running node into a folder that verifies, and refuses to do so twice', async () => {
    const node = await storeEvents({ keepRunning: true });
    const target = join(dataDir, 'backup');
    const first = await run('--data-dir', dataDir, 'eventstore', 'backup', target);
    const second = await run('--data-dir', dataDir, 'eventstore', 'backup', target, '--json');
    await node.stop();
    expect(first).toMatchObject({ exitCode: 0, noted: '' });
    expect(first.printed).toMatch(/3 events of 1 stream.*\nThe copy was read and is sound up to position \d+/);
    expect(second).toMatchObject({ exitCode: 1, printed: '' });
    expect(second.noted).toMatch(/^[^\n]*backup is not empty[^\n]*$/);
    expect(await run('eventstore', 'verify', '--data', target)).toMatchObject({ exitCode: 0 });
  });

  it('says in one line that there is no log', async () => {
    mkdirSync(log);
    const { exitCode, noted } = await run('--data-dir', dataDir, 'eventstore', 'verify');
    expect(exitCode).toBe(1);
    expect(noted).toBe(`there is no event log in ${log}`);
  });

  async function storeEvents({ keepRunning = false } = {}) {
    const { startEmbeddedEventStore } = await import('@tenure/embedded-event-store');
    const node = await startEmbeddedEventStore({ dataFolder: log });
    const client = EventStoreDBClient.connectionString(node.connectionString);
    await client.appendToStream(
      'kept',
      [1, 2, 3].map((number) => jsonEvent({ type: 'Kept', data: { number } })),
    );
    await client.dispose();
    if (!keepRunning) await node.stop();
    return node;
  }
});

async function run(...args: string[]) {
  const terminal = memoryTerminal();
  const exitCode = await runCli(args, terminal);
  return { exitCode, printed: terminal.printed.join('\n'), noted: terminal.noted.join('\n') };
}
