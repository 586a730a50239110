import { readFile } from 'node:fs/promises';
import { onlineRetailTierPolicy } from '@tenure/tier-core';
import { sampleFiles } from './sample.files';

describe('samples', () => {
  it('are those whose data the repository carries', async () => {
    const samples = await sampleFiles();
    expect(samples.map(({ name, files }) => [name, files.length])).toEqual([
      ['cfpb', 1],
      ['online-retail', 1],
    ]);
  });

  it('bring the policy that was fitted to their currency', async () => {
    const [policy] = (await sampleFiles()).flatMap(({ policies }) => policies);
    expect(JSON.parse(await readFile(policy ?? '', 'utf8'))).toMatchObject({ ...onlineRetailTierPolicy });
  });
});
