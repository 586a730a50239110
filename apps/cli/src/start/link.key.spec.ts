import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptLinkKey } from './link.key';

describe('the key of links to customers', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenure-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for nobody else to read', async () => {
    const key = await keptLinkKey(folder);
    expect(key).toHaveLength(32);
    expect(Buffer.from(await keptLinkKey(folder))).toEqual(Buffer.from(key));
    expect((await stat(join(folder, 'link.key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'link.key'), 'utf8')).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
  });
  it('is not made anew where what is there is none', async () => {
    await writeFile(join(folder, 'link.key'), 'short');
    await expect(keptLinkKey(folder)).rejects.toThrow(/link\.key holds no key; remove it/);
  });
});
