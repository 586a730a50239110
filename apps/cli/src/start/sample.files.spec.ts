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

  it('bring the policies that were made for them, calendars before the standards that count by them', async () => {
    const files = (await sampleFiles()).flatMap(({ policies }) => policies);
    const policies = await Promise.all(files.map(async (file) => policyFile(file, await readFile(file, 'utf8'))));
    expect(policies.map(({ policyId, kind }) => [policyId, kind])).toEqual([
      ['calendar-24x7-new-york', 'calendar'],
      ['cfpb-standard', 'service-standard'],
      ['online-retail-value-tier', 'tier'],
    ]);
    expect(policies.at(-1)?.content).toMatchObject({ currency: 'GBP' });
  });
});
