import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderHeldError, DataFolderUnusableError } from './data-folder.errors';
import { holdDataFolder } from './data-folder.hold';

describe('holdDataFolder', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'tenure-hold-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('creates the folder, refuses a second holder by name, and lets go', async () => {
    const folder = join(root, 'deep', 'data');
    const hold = await holdDataFolder(folder);
    const refused = holdDataFolder(folder);
    await expect(refused).rejects.toThrow(DataFolderHeldError);
    await expect(refused).rejects.toMatchObject({ folder, pid: process.pid });
    await hold.release();
    await hold.release();
    await (await holdDataFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes over from a process that was killed', async () => {
    const killed = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(killed, 'spawn');
    await writeFile(join(root, 'tenure.lock'), JSON.stringify({ pid: killed.pid }));
    await expect(holdDataFolder(root)).rejects.toMatchObject({ pid: killed.pid });
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await (await holdDataFolder(root)).release();
  });

  it('takes over from an earlier process whose id was given to another', async () => {
    await writeFile(join(root, 'tenure.lock'), JSON.stringify({ pid: process.pid, startedAtTicks: '1' }));
    await (await holdDataFolder(root)).release();
  });

  it('takes over a torn lock file', async () => {
    await writeFile(join(root, 'tenure.lock'), '{"pid":');
    await (await holdDataFolder(root)).release();
  });

  it('lets one of many contenders for a stale lock win', async () => {
    await writeFile(join(root, 'tenure.lock'), JSON.stringify({ pid: process.pid, startedAtTicks: '1' }));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => holdDataFolder(root)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('names a folder that is a file, and leaves it alone', async () => {
    const file = join(root, 'file');
    await writeFile(file, 'precious');
    await expect(holdDataFolder(file)).rejects.toThrow(DataFolderUnusableError);
    await expect(holdDataFolder(join(file, 'below'))).rejects.toThrow(/not a folder/);
    expect(await readFile(file, 'utf8')).toBe('precious');
  });
});
