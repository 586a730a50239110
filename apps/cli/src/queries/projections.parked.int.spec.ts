import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { until } from '@tenure/local-servers/testing';
import { Client } from 'pg';
import { usePlatform } from '../testing/used.platform';

describe('tenure projections parked', () => {
  const platform = usePlatform();

  beforeAll(async () => {
    await appendFromTheFuture();
    const ofCustomers = `SELECT 1 FROM projection_parked WHERE projection = 'customer-overview'`;
    await until(async () => (await onDatabase(ofCustomers)).length > 0, 'something is parked');
  });

  const parked = (...args: string[]) => platform.runBuilt('projections', 'parked', ...args);

  it('lists what no version of the program here can read, and shows it', async () => {
    const listed = await parked();
    expect(listed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(listed.stdout).toMatch(/customer-overview +k-9 +\d+ +CustomerRegistered +1 +0 .*schema version 99/);
    const shown = await parked('show', 'customer-overview', 'k-9', '--json');
    expect(JSON.parse(shown.stdout)).toMatchObject({ type: 'CustomerRegistered', data: { from: 'the future' } });
    expect((await platform.runBuilt('projections')).stdout).toMatch(/customer-overview has 1 parked since 2/);
  });

  it('tries again on request, and exits with 1 where that was in vain', async () => {
    const { exitCode, stdout } = await parked('retry', 'customer-overview', 'k-9', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ projection: 'customer-overview', sequence: 'k-9' }]);
  });

  it('skips with a reason that is kept', async () => {
    expect(await parked('skip', 'customer-overview', 'k-9')).toMatchObject({ exitCode: 2 });
    const skipped = await parked('skip', 'customer-overview', 'k-9', '--reason', 'of a trial', '--by', 'anna');
    expect(skipped).toMatchObject({ exitCode: 0, stderr: '', stdout: 'Done: nothing of it is parked any more.\n' });
    const kept = await onDatabase('SELECT projection, skipped_by, reason FROM projection_skipped');
    expect(kept).toEqual([{ projection: 'customer-overview', skipped_by: 'anna', reason: 'of a trial' }]);
    expect(await parked('retry', 'customer-overview', 'k-9')).toMatchObject({ exitCode: 1, stdout: '' });
  });

  const addresses = async () =>
    JSON.parse(await readFile(join(platform.dataDir, 'run.json'), 'utf8')) as {
      databaseUrl: string;
      eventStoreUrl: string;
    };

  async function appendFromTheFuture(): Promise<void> {
    const client = EventStoreDBClient.connectionString((await addresses()).eventStoreUrl);
    const metadata = { customerId: 'k-9', schemaVersion: 99, commandId: 'future', occurredAt: '2030-01-01T00:00:00Z' };
    await client.appendToStream(
      'customer-k-9',
      jsonEvent({ type: 'CustomerRegistered', data: { from: 'the future' }, metadata }),
    );
    await client.dispose();
  }

  async function onDatabase(statement: string): Promise<unknown[]> {
    const client = new Client({ connectionString: (await addresses()).databaseUrl });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(statement);
    await client.end();
    return rows;
  }
});
