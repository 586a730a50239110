import { changeOf } from './metric.change';
import { metricValue } from './testing/example.inputs';

describe('change of a metric', () => {
  it.each([
    ['csat', 60, 80, 'worse'],
    ['csat', 80, 60, 'better'],
    ['churn-rate', 80, 60, 'worse'],
    ['first-response-hours', 5, 2, 'worse'],
    ['first-response-hours', 2, 5, 'better'],
    ['nps', 10, 10.1, 'unclear'],
    ['csat', 79, 80, 'unclear'],
  ] as const)('%s of %d after %d is %s', (metricId, now, before, direction) =>
    expect(changeOf(metricValue(metricId, now, 200), metricValue(metricId, before, 200), 95)).toMatchObject({
      difference: now - before,
      direction,
    }),
  );

  it('is not told from chance where there is little, and not at all where there is nothing', () => {
    expect(changeOf(metricValue('csat', 50, 4), metricValue('csat', 100, 4), 95).direction).toBe('unclear');
    expect(changeOf(metricValue('nps', 50, 1), metricValue('nps', 100, 1), 95).direction).toBe('unclear');
    expect(changeOf(metricValue('csat', null, 0), metricValue('csat', 100, 4), 95)).toMatchObject({
      difference: null,
      direction: 'no-data',
    });
  });
});
