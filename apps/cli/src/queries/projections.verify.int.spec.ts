import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { usePlatform } from '../testing/used.platform';

describe('tenure projections verify', () => {
  const platform = usePlatform();

  beforeAll(async () => {
    for (const customerId of ['k-1', 'k-2', 'k-3']) await register(platform.apiUrl, customerId);
  });

  const verify = (...args: string[]) => platform.runBuilt('projections', 'verify', ...args);

  it('says that a read model is complete, while the platform runs', async () => {
    expect(await verify('customer-timeline')).toMatchObject({ exitCode: 0, stderr: '' });
    const sampled = await verify('customer-overview', '--sample', '2', '--seed', '7', '--json');
    expect(sampled.exitCode).toBe(0);
    expect(JSON.parse(sampled.stdout)).toMatchObject({
      projection: 'customer-overview',
      isComplete: true,
      rows: 2,
      equal: 2,
      sample: { size: 2, seed: 7 },
    });
  });

  it('exits with 1 where a row differs, and names row, column and values', async () => {
    await onDatabase(`UPDATE customer_overview SET country = 'Atlantis' WHERE customer_id = 'k-2'`);
    const { exitCode, stdout } = await verify('customer-overview');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('1 differ, 0 are missing and 0 are too many');
    expect(stdout).toMatch(/The first: k-2\n {2}country: expected "Norway", found "Atlantis"\n/);
  });

  it('refuses a name that is none, and a number that is none', async () => {
    expect(await verify('customers')).toMatchObject({ exitCode: 1, stdout: '' });
    expect(await verify('customer-overview', '--sample', 'some')).toMatchObject({ exitCode: 2 });
  });

  async function onDatabase(statement: string): Promise<void> {
    const { databaseUrl } = JSON.parse(await readFile(join(platform.dataDir, 'run.json'), 'utf8')) as {
      databaseUrl: string;
    };
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  }
});

async function register(apiUrl: string, customerId: string): Promise<void> {
  const body = { customerId, name: 'Kari', country: 'Norway', fieldSource: 'web-form' };
  const answer = await fetch(`${apiUrl}/customers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { position } = (await answer.json()) as { position: string };
  await fetch(`${apiUrl}/customers/${customerId}?waitFor=${position}`);
}
