import { goalDetailLines } from '../goals/goals.text';
import { simulatedLines, valueLines } from './metrics.text';

const window = { from: '2024-01-01T00:00:00Z', until: '2024-02-01T00:00:00Z' };
const empty = { metricId: 'csat', window, asOf: window.until, n: 0, value: null, interval: null };
const full = { ...empty, n: 3, value: 66.6667, interval: { low: 20.766, high: 93.851 }, besides: { meanScore: 4 } };

it('shows values with their intervals, and a dash where there is nothing to measure', () =>
  expect(valueLines([full, empty])).toEqual([
    'FROM                  UNTIL                 N  VALUE  95 %           BESIDES',
    '2024-01-01T00:00:00Z  2024-02-01T00:00:00Z  3  66.67  20.77 – 93.85  meanScore 4',
    '2024-01-01T00:00:00Z  2024-02-01T00:00:00Z  0      –  –',
  ]));

it('shows what a measure would have been found to be worth, and what became of it', () => {
  const found = { verdict: 'effective', observed: full, reason: { zh: '有效。', en: 'effective.' } };
  const later = { ...found, verdict: 'not-effective', reason: { zh: '已回退。', en: 'it has regressed.' } };
  expect(simulatedLines({ result: found, later: [later] })).toEqual([
    'effective: effective.',
    '有效。',
    'Until 2024-02-01T00:00:00Z not-effective: it has regressed.',
  ]);
});

it('shows where a goal stands, and how it came there', () => {
  const standing = { standing: 'on-track', measured: full, donePercent: 51.2, expectedPercent: 50 };
  const goal = {
    ...{ goalId: 'g-1', title: { zh: '满意', en: 'Satisfaction' }, metricId: 'csat', owner: 'wang', windowDays: 30 },
    ...{ baseline: 60, target: 73, dueAt: window.until, problems: [] },
    ...standing,
    course: [{ at: window.from, ...standing, standing: 'no-data', measured: empty, donePercent: null }],
  };
  const [, line, days, , point] = goalDetailLines(goal);
  expect(line).toMatch(/^g-1 +满意 Satisfaction {2}csat +60 +73 +66.67 +3 +51.2% +50% {2}on-track/);
  expect(days).toBe('Over the newest 30 days; problems: –.');
  expect(point).toMatch(/^2024-01-01T00:00:00Z +– +0 +– +50% {2}no-data$/);
});
