import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announce, findRunning, withdraw } from './running.platform';

const platform = {
  apiUrl: 'http://127.0.0.1:1',
  eventStoreUrl: 'esdb://127.0.0.1:2',
  databaseUrl: 'postgres://127.0.0.1:3/postgres',
  startedAt: '2026-01-05T08:00:00Z',
};

describe('a running platform', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tenure-running-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('is found from its announcement to its withdrawal', async () => {
    expect(await findRunning(dataDir)).toBeUndefined();
    await announce(dataDir, { ...platform, processId: process.pid });
    expect(await findRunning(dataDir)).toMatchObject(platform);
    await withdraw(dataDir);
    expect(await findRunning(dataDir)).toBeUndefined();
  });

  it('is not found when its process is gone', async () => {
    // Above the largest process id that Linux gives out.
    await announce(dataDir, { ...platform, processId: 4_194_305 });
    expect(await findRunning(dataDir)).toBeUndefined();
  });

  it.each(['', 'null', '{}', '{"processId":1}', '[1'])('is not found in %p', async (text) => {
    await writeFile(join(dataDir, 'run.json'), text);
    expect(await findRunning(dataDir)).toBeUndefined();
  });
});
