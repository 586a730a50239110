import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usePlatform } from '../testing/used.platform';

const SAMPLES = join(__dirname, '../../../../infra/samples');

describe('tenure behaviour', () => {
  const platform = usePlatform();

  it('shows what an imported list of signals tells of a customer, without what is still to come', async () => {
    const rejects = join(platform.dataDir, 'rejects.csv');
    const mapping = join(SAMPLES, 'signals.mapping.json');
    // The built program, as the worker of an import is a file of its own.
    const imported = await platform.runBuilt(
      'import',
      '--mapping',
      mapping,
      '--rejects',
      rejects,
      join(SAMPLES, 'signals.csv'),
    );
    expect(imported).toMatchObject({ exitCode: 0 });
    expect(await readFile(rejects, 'utf8')).toMatch(/2190-01-01T00:00:00.* is more than 5 minutes ahead/);

    const printed = await platform.until(
      // Of the last of these signals.
      /^renewalIntention +unsure$/m,
      'behaviour',
      'customer-harbour-books',
      '--at',
      '2024-04-10T00:00:00Z',
    );
    expect(printed).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^WHAT +7 DAYS +30 DAYS +180 DAYS$/),
        expect.stringMatching(/^logins +0 +1 +1$/),
        expect.stringMatching(/^anomalies +1 +1 +1$/),
        expect.stringMatching(/^daysSinceLastLogin +7$/),
        expect.stringMatching(/^lowRatings .* 1$/),
      ]),
    );
  });
});
