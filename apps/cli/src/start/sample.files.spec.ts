import { readFile } from 'node:fs/promises';
import { policyFile } from '@tenure/policy-service';
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
    const { policyId, content } = policyFile('policy', await readFile(policy ?? '', 'utf8'));
    expect([policyId, content]).toMatchObject(['online-retail-value-tier', { currency: 'GBP' }]);
  });
});
