import { METRICS, type MetricQuestion } from '@tenure/metric-contract';
import type { Themed } from '@tenure/metric-core';
import type { ThemedQuestion, ThemedTexts } from '@tenure/theme-contract';

/** Clocks are counted when they are decided, which may be long after their case was opened. */
const SINCE_EVER = '1900-01-01T00:00:00.000Z';

/** Asks once for each theme, window and moment. */
export async function themedBy(themes: ThemedTexts, questions: readonly MetricQuestion[]): Promise<Themed> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const question of questions) {
    const asked = askedOf(question);
    const key = JSON.stringify(asked);
    if (asked && !found.has(key)) found.set(key, new Set((await themes.find(asked)).keys()));
  }
  return (question) => {
    const asked = askedOf(question);
    return asked && found.get(JSON.stringify(asked));
  };
}

function askedOf({
  metricId,
  segment: { themeId },
  window,
  asOf = window.until,
}: MetricQuestion): ThemedQuestion | undefined {
  if (themeId === undefined) return undefined;
  const observed = METRICS[metricId].of;
  const source = observed === 'answers' ? 'answer' : 'complaint';
  return { source, themeId, from: observed === 'clocks' ? SINCE_EVER : window.from, until: window.until, asOf };
}
