import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from './whole.file';

describe('a file that is written whole', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'tenure-report-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('takes the place of the one before', async () => {
    const file = join(folder, 'report.html');
    await writeFile(file, 'before');
    await writeWhole(file, Buffer.from('after'));
    expect(await readFile(file, 'utf8')).toBe('after');
    expect(await readdir(folder)).toEqual(['report.html']);
  });

  it('leaves nothing where it can’t be put', async () => {
    const taken = join(folder, 'taken');
    await mkdir(taken);
    await expect(writeWhole(taken, Buffer.from('x'))).rejects.toThrow(/can’t be written/);
    await expect(writeWhole(join(folder, 'nowhere', 'report.html'), Buffer.from('x'))).rejects.toThrow(/ENOENT/);
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
