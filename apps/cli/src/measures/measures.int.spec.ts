import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usePlatform } from '../testing/used.platform';

const window = (from: string, until: string) => ({ from: `${from}T00:00:00+08:00`, until: `${until}T00:00:00+08:00` });
const plan = {
  measureId: 'carrier',
  problemId: 'late',
  content: 'A second carrier',
  causes: ['w2'],
  owner: 'anna',
  startsOn: '2190-02-01',
  dueOn: '2190-03-01',
  resources: 'Two people',
  budget: { amountMinor: 10_000, currency: 'CNY' },
  acceptance: 'Nine of ten in time',
  verification: {
    metricId: 'csat',
    segment: {},
    baseline: window('2190-01-01', '2190-02-01'),
    observation: window('2190-03-01', '2190-04-01'),
    target: { atLeast: 85 },
    smallestSample: 30,
  },
};

describe('tenure problems and tenure measures', () => {
  const platform = usePlatform();

  const by = ['--by', 'wang'];

  it('take a problem to its causes', async () => {
    const title = ['--zh', '交付延迟', '--en', 'Late delivery', '--theme', 'late-delivery'];
    const opened = await platform.run(
      'problems',
      'open',
      'late',
      ...title,
      '--since',
      '2024-04-01T00:00:00+08:00',
      ...by,
    );
    expect(opened).toMatchObject({ exitCode: 0, printed: ['Problem late is open.'] });
    const first = await platform.run(
      'problems',
      'why',
      'late',
      'w1',
      'One pick-up a day',
      '--category',
      'process',
      ...by,
    );
    expect(first.printed).toEqual(['w1 is why late is there.']);
    const rests = ['--because', 'w1', '--root', '--evidence', 'complaint:c-1', '--evidence', 'metric:csat'];
    const second = await platform.run(
      'problems',
      'why',
      'late',
      'w2',
      'Nobody asked',
      '--category',
      'people',
      ...rests,
      ...by,
    );
    expect(second.printed).toEqual(['w2 is why w1 is so.']);
    const loop = await platform.run(
      'problems',
      'why',
      'late',
      'w1',
      'x',
      '--category',
      'tools',
      '--because',
      'w2',
      ...by,
    );
    expect(loop).toMatchObject({ exitCode: 1, noted: [expect.stringContaining('w1 ← w2 ← w1')] });
    await platform.run('problems', 'effort', 'late', '2.5', ...by);
    await platform.until(/"personDays": 2.5/, 'problems', 'show', 'late', '--json');
    expect((await platform.run('problems', 'show', 'late')).printed).toEqual(
      expect.arrayContaining([
        '交付延迟 / Late delivery',
        '  w1: One pick-up a day (process)',
        '    w2: Nobody asked (people; root cause; complaint c-1, metric csat)',
        'No measure is against it.',
      ]),
    );
    expect((await platform.run('problems', '--theme', 'late-delivery')).printed.join('\n')).toMatch(
      /late .* open .* wang/,
    );
  });

  it('take a measure from its plan to its ledger', async () => {
    const file = join(platform.dataDir, 'carrier.json');
    await writeFile(file, JSON.stringify(plan));
    expect(await platform.run('measures', 'plan', file, ...by)).toMatchObject({ exitCode: 0 });
    await platform.until(/carrier/, 'measures');
    expect(await platform.run('measures', 'commit', 'carrier', ...by)).toMatchObject({
      exitCode: 1,
      noted: [expect.stringContaining('it is anna who commits to it')],
    });
    expect(await platform.run('measures', 'commit', 'carrier', '--by', 'anna')).toMatchObject({ exitCode: 0 });
    expect(await platform.run('measures', 'start', 'carrier', '--by', 'anna')).toMatchObject({ exitCode: 0 });
    await platform.run('measures', 'progress', 'carrier', '40', '--note', 'Contract signed', '--by', 'anna');
    const spent = ['--currency', 'CNY', '--for', 'Fee', '--by', 'anna'];
    expect((await platform.run('measures', 'spend', 'carrier', 'e-1', '7000', ...spent)).printed).toEqual([
      'e-1 is booked.',
    ]);
    expect(await platform.run('measures', 'spend', 'carrier', 'e-2', '3001', ...spent)).toMatchObject({
      exitCode: 1,
      noted: [expect.stringContaining('CNY 30.00 is left')],
    });
    const shown = await platform.until(/e-1: CNY 70\.00 for Fee/, 'measures', 'show', 'carrier');
    expect(shown).toEqual(
      expect.arrayContaining([
        expect.stringContaining('carrier against late (w2) is started; owner anna'),
        'CNY 70.00 of CNY 100.00 is spent, CNY 30.00 is left.',
        expect.stringContaining('40%: Contract signed'),
        'It is not verified yet.',
      ]),
    );
    const table = join(platform.dataDir, 'measures.csv');
    await platform.run('measures', '--csv', table, '--language', 'zh');
    expect(await readFile(table, 'utf8')).toMatch(/措施内容,负责人,计划完成时间.*A second carrier,anna,2190-03-01/s);
  });

  it('say what is wrong', async () => {
    const file = join(platform.dataDir, 'early.json');
    await writeFile(file, JSON.stringify({ ...plan, measureId: 'early', dueOn: '2190-01-31' }));
    expect(await platform.run('measures', 'plan', file, ...by)).toMatchObject({
      exitCode: 1,
      noted: [expect.stringContaining('it is due on 2190-01-31, before it starts on 2190-02-01')],
    });
    expect(await platform.run('measures', 'plan', join(platform.dataDir, 'none.json'), ...by)).toMatchObject({
      exitCode: 1,
    });
    expect(await platform.run('measures', 'announce', 'carrier', ...by)).toMatchObject({
      exitCode: 1,
      noted: ['its plan has none'],
    });
    expect(await platform.run('problems', 'effort', 'late', 'much', ...by)).toMatchObject({ exitCode: 2 });
    expect(await platform.run('problems', 'why', 'late', 'w3', 'x', '--category', 'weather', ...by)).toMatchObject({
      exitCode: 2,
    });
    expect(await platform.run('problems', 'reopen', 'late', '--reason', 'x', ...by)).toMatchObject({ exitCode: 1 });
    expect(await platform.run('problems', 'show', 'none')).toMatchObject({ exitCode: 1 });
  });
});
