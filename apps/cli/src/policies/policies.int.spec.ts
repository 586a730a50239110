import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usePlatform } from '../testing/used.platform';

const VALUE_TIER = join(__dirname, '../../../../libs/policy/service/defaults/value-tier.policy.json');

describe('tenure policies', () => {
  const platform = usePlatform();

  const policies = (...args: string[]) => platform.runBuilt('policies', ...args);
  const drafted = async (content: object) => {
    const path = join(platform.dataDir, 'draft.json');
    const file = JSON.parse(await readFile(VALUE_TIER, 'utf8')) as { content: object };
    await writeFile(path, JSON.stringify({ ...file, content: { ...file.content, ...content } }));
    return policies('draft', path, '--by', 'anna');
  };

  it('lists what the platform comes with, and shows a policy whole', async () => {
    const { stdout } = await policies('--kind', 'tier');
    expect(stdout).toMatch(/value-tier +tier +1 +2000-01-01T00:00:00\+08:00 +1 +– +客户价值分级 Value tiers/);
    const shown = await policies('show', 'value-tier');
    expect(shown.stdout).toMatch(/^Version 1, in force from 2000-01-01T00:00:00\+08:00, published by tenure\n/);
    expect(shown.stdout).toMatch(/"currency": "CNY"[^]*PolicyPublished +tenure/);
  });

  it('takes a policy from a file to publication', async () => {
    expect(await drafted({ hysteresis: { spendPercent: 10 } })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Version 2 of value-tier is drafted/),
    });
    const compared = await policies('compare', 'value-tier', '--by', 'bo');
    expect(compared.stdout).toMatch(/^Of 0 customers, 0 would change\.\n\nDraft (\w+)\n$/);
    const fingerprint = /Draft (\w+)/.exec(compared.stdout)?.[1] ?? '';
    const from = ['--from', '2099-01-01T00:00:00Z'];
    expect(await policies('publish', 'value-tier', '--by', 'bo', ...from, '--draft', 'other')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('changed by anna'),
    });
    expect(await policies('publish', 'value-tier', '--by', 'bo', ...from, '--draft', fingerprint)).toMatchObject({
      exitCode: 0,
      stdout: 'Version 2 of value-tier is in force from 2099-01-01T00:00:00Z.\n',
    });
    const { stdout } = await policies('show', 'value-tier', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ inForce: { version: 1 }, draft: null, nextVersion: 3 });
    const second = await policies('show', 'value-tier', '--only-version', '2');
    expect(second.stdout).toMatch(/^Version 2, in force from 2099-01-01T00:00:00Z, published by bo\n[^]*hysteresis/);
  });

  it('says what is wrong with a draft, and where', async () => {
    expect(await drafted({ defaultTier: 'A' })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('content.defaultTier: A stands in content.tiers[0].tier already'),
    });
    expect(await policies('publish', 'value-tier', '--by', 'bo', '--from', '2100-01-01T00:00:00Z')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('There is no draft of value-tier'),
    });
    expect(await policies('discard', 'value-tier')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("required option '--by <person>' not specified"),
    });
  });
});
